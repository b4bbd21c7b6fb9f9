package tel.ringer.warp.invitation.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.invitation.BatchStatus;
import tel.ringer.warp.invitation.InvitationBatch;
import tel.ringer.warp.invitation.InvitationBatchDetails;
import tel.ringer.warp.invitation.RowCode;
import tel.ringer.warp.invitation.RowResult;

/**
 * How far a bulk invitation is.
 *
 * @param id absent in a dry run, of which nothing is kept
 * @param processed rows that have a code, from the first
 * @param counts rows by code
 * @param rows each with its code, where the whole upload was processed within the request
 */
public record InvitationBatchResponse(
        @Nullable UUID id,
        UUID customerId,
        boolean dryRun,
        BatchStatus status,
        int rowCount,
        int processed,
        Map<String, Long> counts,
        InvitationResponse.@Nullable Inviter uploadedBy,
        @Nullable Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable List<BatchRowResponse> rows) {
    static InvitationBatchResponse of(InvitationBatchDetails details) {
        return of(details, null);
    }

    static InvitationBatchResponse with(InvitationBatchDetails details, List<RowResult> rows) {
        return of(details, rows.stream().map(BatchRowResponse::of).toList());
    }

    private static InvitationBatchResponse of(InvitationBatchDetails details, @Nullable List<BatchRowResponse> rows) {
        InvitationBatch batch = details.batch();
        return new InvitationBatchResponse(
                batch.id().value(),
                batch.customerId().value(),
                false,
                batch.status(),
                batch.rowCount(),
                batch.processed(),
                bySlug(details.counts()),
                new InvitationResponse.Inviter(batch.uploadedBy().value(), batch.uploadedByName()),
                batch.createdAt(),
                batch.finishedAt().orElse(null),
                rows);
    }

    static InvitationBatchResponse ofDryRun(CustomerId customer, List<RowResult> rows) {
        return new InvitationBatchResponse(
                null,
                customer.value(),
                true,
                BatchStatus.DONE,
                rows.size(),
                rows.size(),
                bySlug(rows.stream()
                        .flatMap(row -> row.verdict().stream())
                        .collect(Collectors.groupingBy(verdict -> verdict.code(), Collectors.counting()))),
                null,
                null,
                null,
                rows.stream().map(BatchRowResponse::of).toList());
    }

    private static Map<String, Long> bySlug(Map<RowCode, Long> counts) {
        return counts.entrySet().stream()
                .collect(
                        Collectors.toMap(count -> count.getKey().slug(), Map.Entry::getValue, Long::sum, TreeMap::new));
    }
}
