package tel.ringer.warp.notification;

import java.util.UUID;

/** A claimed mail, composed and ready to leave. The id makes its Message-ID the same at each attempt. */
record PreparedMail(UUID id, Mail mail) {}
