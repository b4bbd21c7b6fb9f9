package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tel.ringer.warp.testing.Refusals.refused;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class SettingsBoundsTest {
    private static final SettingsBounds BOUNDS = new SettingsBounds(30, 1000);
    private static final InvitationSettings SETTINGS = settings(7, 14, 500);

    private static InvitationSettings settings(int defaultDays, int longestDays, int pendingLimit) {
        return settings(defaultDays, longestDays, pendingLimit, OptionalInt.empty());
    }

    private static InvitationSettings settings(
            int defaultDays, int longestDays, int pendingLimit, OptionalInt reminderDays) {
        return new InvitationSettings(
                defaultDays, longestDays, pendingLimit, reminderDays, MailLanguage.EN, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"7,14,500", "1,1,1", "30,30,1000"})
    void whatIsWithinBoundsHasNoFault(int defaultDays, int longestDays, int pendingLimit) {
        assertEquals(Map.of(), BOUNDS.faultsOf(settings(defaultDays, longestDays, pendingLimit)));
    }

    @ParameterizedTest
    @CsvSource({
        "0,14,500,default_days,must be 1 to 14",
        "15,14,500,default_days,must be 1 to 14",
        "7,31,500,longest_days,must be 1 to 30",
        "7,14,0,pending_limit,must be 1 to 1000",
        "7,14,1001,pending_limit,must be 1 to 1000"
    })
    void eachFaultIsNamed(int defaultDays, int longestDays, int pendingLimit, String name, String fault) {
        assertEquals(Map.of(name, fault), BOUNDS.faultsOf(settings(defaultDays, longestDays, pendingLimit)));
    }

    @Test
    void aReminderComesBeforeTheLongestExpiry() {
        assertEquals(Map.of(), BOUNDS.faultsOf(settings(7, 14, 500, OptionalInt.of(13))));
        assertEquals(
                Map.of("reminder_days", "must be 1 to 13"), BOUNDS.faultsOf(settings(7, 14, 500, OptionalInt.of(14))));
        assertEquals(
                Map.of("reminder_days", "must be absent"), BOUNDS.faultsOf(settings(1, 1, 500, OptionalInt.of(1))));
    }

    @Test
    void whatWasSetUnderWiderBoundsIsConfined() {
        assertEquals(settings(30, 30, 1000), BOUNDS.confine(settings(60, 90, 20_000)));
        assertEquals(SETTINGS, BOUNDS.confine(SETTINGS));
    }

    @Test
    void anInviterChoosesUpToTheLongest() {
        assertEquals(7, SETTINGS.days(OptionalInt.empty()));
        assertEquals(14, SETTINGS.days(OptionalInt.of(14)));
        ProblemException problem =
                refused(ProblemKind.INVALID, "validity_out_of_range", () -> SETTINGS.days(OptionalInt.of(15)));
        assertEquals(Map.of("longest_days", 14), problem.members());
        refused(ProblemKind.INVALID, "validity_out_of_range", () -> SETTINGS.days(OptionalInt.of(0)));
    }

    @Test
    void theBudgetIsNeverNegative() {
        assertEquals(3, new InvitationBudget(2, 5).remaining());
        InvitationBudget spent = new InvitationBudget(9, 5);
        assertEquals(0, spent.remaining());
        ProblemException problem = refused(ProblemKind.CONFLICT, "pending_limit_reached", spent::requireOne);
        assertEquals(Map.of("pending", 9L, "pending_limit", 5, "remaining", 0), problem.members());
    }
}
