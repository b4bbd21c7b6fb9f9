package tel.ringer.warp.notification;

import java.util.UUID;

/**
 * A mail that is composed and ready to leave.
 *
 * @param messageId makes its Message-ID the same at each attempt
 * @param suppressed whether its address gets no mail
 */
record PreparedMail(UUID messageId, Mail mail, boolean suppressed) {}
