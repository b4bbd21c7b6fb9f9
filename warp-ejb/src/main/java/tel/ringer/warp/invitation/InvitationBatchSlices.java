package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** Decides the rows of uploads, some at a time: invitation, mail, audit and the row's code commit together. */
@ApplicationScoped
class InvitationBatchSlices {
    @Inject
    private InvitationBatchRepository repository;

    @Inject
    private Rooms rooms;

    @Inject
    private Admissions admissions;

    @Inject
    private Issuing issuing;

    @Inject
    private InvitationBatchAudit audit;

    @Inject
    private DatabaseClock clock;

    /** @param batch locked; its next rows are decided */
    void advance(CustomerScope scope, InvitationBatch batch, int most) {
        List<InvitationBatchRow> rows = repository.next(batch, most);
        Map<InvitationBatchRow, NewInvitation> wanted = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.isDecided()).forEach(row -> {
            ReadRow read = ReadRow.of(row.written());
            read.refused().ifPresent(row::decide);
            read.wanted().ifPresent(each -> wanted.put(row, each));
        });
        Room room = rooms.make(scope, batch.customerId(), List.copyOf(wanted.values()));
        Admission admission = admissions.at(batch.customerId(), batch.uploadedBy(), List.copyOf(wanted.values()), room);
        wanted.forEach((row, each) -> row.decide(invite(batch, admission, each, room.at())));
        pass(batch, rows.size(), room.at());
    }

    /** @param batch locked; its next row is given up */
    void skip(InvitationBatch batch) {
        repository.next(batch, 1).stream()
                .filter(row -> !row.isDecided())
                .forEach(row -> row.decide(RowVerdict.of(RowCode.FAILED)));
        pass(batch, 1, clock.now());
    }

    private void pass(InvitationBatch batch, int rows, Instant now) {
        batch.advance(rows, now);
        if (batch.isFinished()) {
            audit.finished(batch, repository.counts(batch));
        }
    }

    private RowVerdict invite(InvitationBatch batch, Admission admission, NewInvitation wanted, Instant now) {
        Admitted admitted;
        try {
            admitted = admission.admitFromFile(wanted);
        } catch (ProblemException e) {
            return RowVerdict.of(e);
        }
        Invitation invitation = issuing.issue(batch.customerId(), admitted, batch.uploader(), now);
        audit.invited(batch, invitation, admitted);
        return RowVerdict.invited(invitation.id());
    }

    /** @param batch locked; all that waits of it comes to this */
    void end(InvitationBatch batch, RowCode code) {
        repository.decideTheRest(batch, code);
        batch.finish(code == RowCode.CANCELLED ? BatchStatus.CANCELLED : BatchStatus.DONE, clock.now());
        audit.finished(batch, repository.counts(batch));
    }
}
