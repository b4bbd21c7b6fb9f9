package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tel.ringer.warp.testing.Refusals.refused;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.problem.ProblemKind;
import tel.ringer.warp.testing.Row;

class UserTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    private static VerifiedIdentity identity(String issuer, String subject, String email) {
        return new VerifiedIdentity(issuer, subject, EmailAddress.of(email), "Jane Doe", false);
    }

    private static VerifiedIdentity jane() {
        return identity("https://id.example", "42", "Jane@Example.com");
    }

    /** As somebody was entered who has never signed in. */
    private static User unbound() {
        User user = User.of(jane(), NOON);
        Row.of(user).with("issuer", null).with("subject", null);
        return user;
    }

    @Test
    void whoComesInByInvitationIsActiveBoundAndWithoutAPlatformType() {
        User user = User.of(jane(), NOON);
        assertTrue(user.isActive());
        assertTrue(user.isBoundTo(jane()));
        assertEquals("Jane@Example.com", user.email());
        assertEquals("jane@example.com", Row.of(user).get("email_normalised"));
        assertEquals("Jane Doe", user.displayName());
        assertNull(Row.of(user).get("user_type_id"));
        assertEquals(NOON, Row.of(user).get("created_at"));
    }

    @Test
    void theFirstSignInBindsTheAccountToItsIdentity() {
        User user = unbound();
        user.signIn(jane(), LATER);
        assertTrue(user.isBoundTo(jane()));
        assertEquals(LATER, Row.of(user).get("last_sign_in_at"));
    }

    @Test
    void anotherSubjectWithTheSameAddressIsRefused() {
        User user = User.of(jane(), NOON);
        refused(
                ProblemKind.CONFLICT,
                "identity_conflict",
                () -> user.signIn(identity("https://id.example", "43", "jane@example.com"), LATER));
        assertNull(Row.of(user).get("last_sign_in_at"));
        assertTrue(user.isBoundTo(jane()));
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsRefused() {
        User user = User.of(jane(), NOON);
        refused(
                ProblemKind.CONFLICT,
                "identity_conflict",
                () -> user.signIn(identity("https://other.example", "42", "jane@example.com"), LATER));
    }

    @Test
    void whoIsNotActiveIsRefusedAndNotBound() {
        User user = unbound();
        Row.of(user).with("status", UserStatus.INACTIVE);
        refused(ProblemKind.FORBIDDEN, "account_inactive", () -> user.signIn(jane(), LATER));
        assertFalse(user.isBoundTo(jane()));
        assertNull(Row.of(user).get("last_sign_in_at"));
    }

    @Test
    void anAddressThatChangedAtTheProviderDoesNotMoveTheAccount() {
        User user = User.of(jane(), NOON);
        user.signIn(identity("https://id.example", "42", "jane.smith@example.com"), LATER);
        assertEquals("Jane@Example.com", user.email());
        assertEquals("jane@example.com", Row.of(user).get("email_normalised"));
    }

    @Test
    void aLongNameIsCut() {
        User user = User.of(
                new VerifiedIdentity(
                        "https://id.example", "42", EmailAddress.of("j@example.com"), "x".repeat(201), false),
                NOON);
        assertEquals("x".repeat(200), user.displayName());
    }
}
