package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.JDBCException;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Mandates;
import tel.ringer.warp.invitation.InvitationBatchWork.OpenBatch;
import tel.ringer.warp.problem.ProblemException;

/**
 * Works uploads off, some rows of each in turn, with the rights that the uploader has at that moment. Outside any
 * transaction; a node that dies leaves the rows of its last one to the next.
 */
@ApplicationScoped
class InvitationBatchRun {
    private static final System.Logger LOG = System.getLogger(InvitationBatchRun.class.getName());
    private static final int SLICE = 100;
    /**
     * Classes of SQLSTATE: connections, transactions rolled back, resources, objects in use, operators, the system (the
     * PostgreSQL manual, appendix A), and WARP's own, of customers that are suspended just now. No state: the pool has no
     * connection.
     */
    private static final Set<String> TROUBLE = Set.of("08", "40", "53", "55", "57", "58", "WA");

    @Inject
    private InvitationBatchWork work;

    @Inject
    private Mandates mandates;

    /** @return how many uploads went on; 0 if nothing is left that no other node has */
    int advanceAll() {
        int advanced = 0;
        for (OpenBatch batch : work.findOpen(InvitationBatchAudit.JOB)) {
            if (advanceApart(batch)) {
                advanced++;
            }
        }
        return advanced;
    }

    /** What goes wrong with one is no reason to leave the others. */
    private boolean advanceApart(OpenBatch batch) {
        try {
            return advance(batch);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Bulk invitation " + batch.id() + " waits: " + e);
            return false;
        }
    }

    private boolean advance(OpenBatch batch) {
        String invitations = Rank.route(batch.customer());
        Optional<CustomerScope> scope =
                mandates.toPost(batch.uploader(), batch.customer(), List.of(invitations, invitations + "/bulk"));
        if (scope.isEmpty()) {
            work.end(InvitationBatchAudit.JOB, batch.id(), RowCode.FORBIDDEN);
            return true;
        }
        if (work.isRefused(scope.get(), batch.customer())) {
            work.end(InvitationBatchAudit.JOB, batch.id(), RowCode.CUSTOMER_SUSPENDED);
            return true;
        }
        return advance(scope.get(), batch);
    }

    private boolean advance(CustomerScope scope, OpenBatch batch) {
        try {
            return work.advance(scope, batch.customer(), batch.id(), SLICE);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "Bulk invitation " + batch.id() + " goes on row by row: " + e);
            return advanceByOne(scope, batch);
        }
    }

    /**
     * What fails alone, fails for good; but whoever has lost a race or a right is looked at again, and so is everything
     * if the database has trouble.
     */
    private boolean advanceByOne(CustomerScope scope, OpenBatch batch) {
        try {
            return work.advance(scope, batch.customer(), batch.id(), 1);
        } catch (ProblemException e) {
            return false;
        } catch (RuntimeException e) {
            if (isAboutTheDatabase(e)) {
                throw e;
            }
            LOG.log(System.Logger.Level.ERROR, () -> "Bulk invitation " + batch.id() + " has a row that fails", e);
            work.skip(InvitationBatchAudit.JOB, batch);
            return true;
        }
    }

    private static boolean isAboutTheDatabase(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(JDBCException.class::isInstance)
                .map(cause -> ((JDBCException) cause).getSQLState())
                .anyMatch(state -> state == null || TROUBLE.contains(state.substring(0, 2)));
    }
}
