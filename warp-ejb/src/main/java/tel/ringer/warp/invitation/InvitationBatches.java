package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.paging.PageRequest;
import tel.ringer.warp.problem.ProblemException;

/** What became of uploads, for those who may invite. */
@Stateless
@CustomerGuarded
public class InvitationBatches {
    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    private InvitationBatchRepository repository;

    @Inject
    private InvitationBatchSlices slices;

    @Inject
    private InvitationBatchAudit audit;

    /** @throws ProblemException not found */
    public InvitationBatchDetails get(CustomerScope scope, InvitationBatchId id) {
        InvitationBatch batch = find(id);
        return new InvitationBatchDetails(batch, repository.counts(batch));
    }

    /**
     * In the order of the file.
     *
     * @throws ProblemException not found
     */
    public Page<RowResult> rows(CustomerScope scope, InvitationBatchId id, Optional<RowCode> code, PageRequest page) {
        InvitationBatch batch = find(id);
        int after = page.after().map(InvitationBatches::number).orElse(0);
        List<RowResult> rows = repository.list(batch, code, after, page.limit() + 1).stream()
                .map(InvitationBatchRow::result)
                .toList();
        return Page.of(rows, page, InvitationBatches::place, total(batch, code, page));
    }

    private OptionalLong total(InvitationBatch batch, Optional<RowCode> code, PageRequest page) {
        if (!page.withTotal()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(code.map(known -> repository.counts(batch).getOrDefault(known, 0L))
                .orElse((long) batch.rowCount()));
    }

    private static Cursor place(RowResult row) {
        return new Cursor(Integer.toString(row.number()), NOBODY);
    }

    private static int number(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.key());
        } catch (NumberFormatException e) {
            throw Cursor.invalid(e);
        }
    }

    /** @throws ProblemException not found */
    public List<RowResult> allRows(CustomerScope scope, InvitationBatchId id) {
        InvitationBatch batch = find(id);
        return repository.list(batch, Optional.empty(), 0, batch.rowCount()).stream()
                .map(InvitationBatchRow::result)
                .toList();
    }

    /**
     * The rows that were decided and not invited.
     *
     * @throws ProblemException not found
     */
    public List<RowResult> refusedRows(CustomerScope scope, InvitationBatchId id) {
        return repository.refused(find(id)).stream()
                .map(InvitationBatchRow::result)
                .toList();
    }

    /**
     * Invites nobody else of the upload. Who is invited stays invited; of one that is finished nothing is left to do.
     *
     * @throws ProblemException not found
     */
    public void cancel(CustomerScope scope, InvitationBatchId id) {
        InvitationBatch batch = repository.lock(id).orElseThrow(ProblemException::notFound);
        if (!batch.isFinished()) {
            audit.record(scope, batch, "cancelled");
            slices.end(batch, RowCode.CANCELLED);
        }
    }

    private InvitationBatch find(InvitationBatchId id) {
        return repository.find(id).orElseThrow(ProblemException::notFound);
    }
}
