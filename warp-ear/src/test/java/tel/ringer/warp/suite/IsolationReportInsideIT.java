package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.isolation.IsolationReports;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Runs inside the server: the report with the first wall away. */
@ExtendWith(ArquillianExtension.class)
class IsolationReportInsideIT {
    @Inject
    private IsolationReports reports;

    private final UserId nobody = new UserId(UUID.randomUUID());

    @Test
    void aForgedAllIsRefusedByTheDatabase() {
        assertRefused(new CustomerScope.All(nobody));
    }

    @Test
    void everyOtherScopeIsRefused() {
        assertRefused(new CustomerScope.Granted(nobody, Set.of()));
        assertRefused(new CustomerScope.Invitation("00"));
        assertRefused(new CustomerScope.System("mail-delivery"));
    }

    private void assertRefused(CustomerScope scope) {
        ProblemException refused = assertThrows(ProblemException.class, () -> reports.create(scope));
        assertEquals(ProblemKind.FORBIDDEN, refused.kind());
    }
}
