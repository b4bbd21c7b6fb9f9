package tel.ringer.warp.notification;

import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.paging.PageRequest;

/** Which dead letters to list, the last that died first. */
public record DeadLetterQuery(Optional<CustomerId> customer, Optional<MailKind> kind, PageRequest page) {}
