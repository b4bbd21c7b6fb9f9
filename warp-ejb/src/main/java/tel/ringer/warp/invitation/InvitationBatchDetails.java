package tel.ringer.warp.invitation;

import java.util.Map;

/**
 * An upload and how many of its rows came to what.
 *
 * @param counts of the codes that occur
 */
public record InvitationBatchDetails(InvitationBatch batch, Map<RowCode, Long> counts) {}
