package tel.ringer.warp.notification;

import java.util.Optional;
import tel.ringer.warp.paging.PageRequest;

/**
 * Which suppressed addresses to list, newest first.
 *
 * @param search part of the address, whatever the case
 */
public record SuppressionQuery(Optional<String> search, Optional<SuppressionReason> reason, PageRequest page) {}
