package tel.ringer.warp.invitation;

import tel.ringer.warp.access.UserId;

/** Who invites, and under which name. */
record Inviter(UserId user, String name) {}
