package tel.ringer.warp.apikey;

import tel.ringer.warp.access.UserId;

/** Who creates a key, and under which name. */
record Creator(UserId user, String name) {}
