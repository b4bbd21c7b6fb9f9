package tel.ringer.warp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.util.Set;
import tel.ringer.warp.access.Gatekeeper;
import tel.ringer.warp.access.rest.CallerFilter;

@AnalyzeClasses(packages = "tel.ringer.warp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static void bothModulesAndNoTestsAreLookedAt(JavaClasses classes) {
        assertTrue(classes.contain(Gatekeeper.class));
        assertTrue(classes.contain(CallerFilter.class));
        assertTrue(!classes.contain(ArchitectureTest.class));
    }

    @ArchTest
    static void theChangesOfTheDatabaseAreRead(JavaClasses classes) {
        assertTrue(Changes.catalogue().containsAll(Set.of("* *", "POST /v1/admin/customers/*/invitations")));
        assertEquals(
                Set.of(
                        "accounts.customer_notes",
                        "auth.api_keys",
                        "auth.idempotency_keys",
                        "auth.invitation_settings",
                        "auth.user_customer_access",
                        "auth.user_invitations",
                        "auth.user_invitation_tokens",
                        "auth.invitation_batches",
                        "auth.invitation_batch_rows",
                        "notification.mail_events",
                        "notification.outbox",
                        "audit.events",
                        "audit.personal_values",
                        "audit.chains"),
                Changes.tenantTables());
    }
}
