package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tel.ringer.warp.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.notification.DeliveryStatus;
import tel.ringer.warp.notification.MailNews;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;
import tel.ringer.warp.testing.Row;

class InvitationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(7));
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final CustomerId CUSTOMER = new CustomerId(UUID.randomUUID());
    private static final UserId INVITER = new UserId(UUID.randomUUID());
    private static final UserId SOMEBODY = new UserId(UUID.randomUUID());
    private static final UserType TYPE =
            new UserType(UUID.randomUUID(), "viewer", "Viewer", "Reads.", new PermissionSet(List.of()));

    private final Invitation invitation = Invitation.of(
            CUSTOMER,
            new NewInvitation(
                    EmailAddress.of("Jane@Example.com"),
                    "viewer",
                    MembershipRole.USER,
                    PersonalMessage.of("Hello"),
                    OptionalInt.empty()),
            TYPE,
            new Inviter(INVITER, "Ida"),
            7,
            NOW);

    @Test
    void aNewInvitationIsPendingAndItsMailQueued() {
        assertEquals(InvitationStatus.PENDING, invitation.statusAt(NOW));
        assertEquals(DeliveryStatus.QUEUED, invitation.delivery().status());
        assertEquals(EXPIRY, invitation.expiresAt());
        assertEquals(CUSTOMER, invitation.customerId());
        assertEquals(INVITER, invitation.invitedBy());
        assertEquals(Optional.of("Hello"), invitation.message());
        assertEquals(Optional.empty(), invitation.closedAt());
    }

    @Test
    void itIsForTheInvitedAddressHoweverItIsWritten() {
        assertTrue(invitation.isFor(EmailAddress.of("jane@example.com")));
        assertTrue(invitation.isFor(EmailAddress.of("JANE@EXAMPLE.COM")));
        assertFalse(invitation.isFor(EmailAddress.of("jane+1@example.com")));
        assertFalse(invitation.isFor(EmailAddress.of("eve@example.com")));
    }

    @Test
    void whoDeclinesEndsItForGoodWithoutBeingNamed() {
        invitation.decline(NOW);
        assertEquals(InvitationStatus.DECLINED, invitation.statusAt(EXPIRY));
        assertEquals(Optional.of(NOW), invitation.closedAt());
        assertNull(Row.of(invitation).get("closed_by"));
        assertEquals(Optional.of(NOW), invitation.linkUse().openedAt());
        assertThrows(IllegalStateException.class, () -> invitation.accept(SOMEBODY, NOW));
        assertThrows(IllegalStateException.class, () -> invitation.decline(NOW));
    }

    @Test
    void itExpiresAtTheExactInstant() {
        assertEquals(InvitationStatus.PENDING, invitation.statusAt(EXPIRY.minusNanos(1)));
        assertEquals(InvitationStatus.EXPIRED, invitation.statusAt(EXPIRY));
        assertEquals(InvitationStatus.EXPIRED, invitation.statusAt(EXPIRY.plusSeconds(1)));
        assertEquals(InvitationStatus.PENDING, invitation.status(), "the row does not know yet");
    }

    @Test
    void theRowCatchesUpWithTheClock() {
        invitation.expire(EXPIRY);
        assertEquals(InvitationStatus.EXPIRED, invitation.status());
        assertEquals(Optional.of(EXPIRY), invitation.closedAt());
    }

    @Test
    void whoRevokesItAndWhyIsKept() {
        invitation.revoke(SOMEBODY, Optional.of("left the company"), NOW);
        assertEquals(InvitationStatus.REVOKED, invitation.statusAt(NOW));
        assertEquals(Optional.of("left the company"), invitation.closeReason());
        assertEquals(Optional.of(NOW), invitation.closedAt());
        assertEquals(SOMEBODY.value(), Row.of(invitation).get("closed_by"));
    }

    @Test
    void aRevokedInvitationStaysRevokedAfterItsExpiry() {
        invitation.revoke(SOMEBODY, Optional.empty(), NOW);
        assertEquals(InvitationStatus.REVOKED, invitation.statusAt(EXPIRY));
    }

    @Test
    void itIsAcceptedOnce() {
        invitation.accept(SOMEBODY, NOW);
        assertEquals(InvitationStatus.ACCEPTED, invitation.statusAt(EXPIRY));
        assertEquals(SOMEBODY.value(), Row.of(invitation).get("closed_by"));
        assertThrows(IllegalStateException.class, () -> invitation.accept(SOMEBODY, NOW));
    }

    static Stream<InvitationStatus> ends() {
        return Stream.of(InvitationStatus.values()).filter(status -> status != InvitationStatus.PENDING);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whatEndedItEndedItForGood(InvitationStatus end) {
        Row.of(invitation).with("status", end).with("closed_at", NOW);
        ProblemException revoked = refused(
                ProblemKind.CONFLICT,
                "invitation_not_pending",
                () -> invitation.revoke(SOMEBODY, Optional.empty(), NOW));
        assertEquals(Map.of("invitation_status", end.name()), revoked.members());
        refused(ProblemKind.CONFLICT, "invitation_not_pending", () -> invitation.renewLink(Duration.ZERO, NOW));
        assertThrows(IllegalStateException.class, () -> invitation.accept(SOMEBODY, NOW));
        assertThrows(IllegalStateException.class, () -> invitation.expire(EXPIRY));
        assertEquals(end, invitation.status());
    }

    @Test
    void whatIsOverdueCanNeitherBeRevokedNorSentAgain() {
        ProblemException problem = refused(
                ProblemKind.CONFLICT,
                "invitation_not_pending",
                () -> invitation.revoke(SOMEBODY, Optional.empty(), EXPIRY));
        assertEquals(Map.of("invitation_status", "EXPIRED"), problem.members());
        refused(ProblemKind.CONFLICT, "invitation_not_pending", () -> invitation.renewLink(PAUSE, EXPIRY));
    }

    @Test
    void aNewLinkBringsANewExpiryAndTheLinksBeforeItDie() {
        int first = invitation.linkGeneration();
        Instant later = NOW.plus(Duration.ofDays(2));
        invitation.hear(news(DeliveryStatus.FAILED, NOW, "refused"), NOW);
        invitation.renewLink(PAUSE, later);
        assertFalse(invitation.isCurrentLink(first));
        assertTrue(invitation.isCurrentLink(invitation.linkGeneration()));
        assertEquals(later.plus(Duration.ofDays(7)), invitation.expiresAt());
        assertEquals(DeliveryStatus.QUEUED, invitation.delivery().status());
        assertEquals(Optional.empty(), invitation.delivery().error());
    }

    @ParameterizedTest(name = "after {0} ms wait {1} s")
    @CsvSource({"0, 61", "1, 60", "30000, 31", "59000, 2", "59999, 1"})
    void aSecondMailWaitsForThePause(long millis, long seconds) {
        ProblemException problem = refused(
                ProblemKind.TOO_MANY, "resend_too_soon", () -> invitation.renewLink(PAUSE, NOW.plusMillis(millis)));
        assertEquals(Map.of("retry_after", seconds), problem.members());
        assertTrue(invitation.isCurrentLink(1), "the link lives on");
        assertEquals(EXPIRY, invitation.expiresAt());
    }

    @Test
    void thePauseCountsFromTheLastMail() {
        Instant second = NOW.plus(PAUSE);
        invitation.renewLink(PAUSE, second);
        refused(
                ProblemKind.TOO_MANY,
                "resend_too_soon",
                () -> invitation.renewLink(PAUSE, second.plus(PAUSE).minusMillis(1)));
        invitation.renewLink(PAUSE, second.plus(PAUSE));
        assertTrue(invitation.isCurrentLink(3));
    }

    private static MailNews news(DeliveryStatus status, Instant queuedAt, @Nullable String reason) {
        return new MailNews(UUID.randomUUID(), queuedAt, status, Optional.ofNullable(reason));
    }

    @Test
    void whatBecameOfTheMailIsToldApartFromTheStatus() {
        invitation.hear(news(DeliveryStatus.FAILED, NOW, "The address is malformed"), NOW.plusSeconds(1));
        assertEquals(DeliveryStatus.FAILED, invitation.delivery().status());
        assertEquals(
                Optional.of("The address is malformed"), invitation.delivery().error());
        assertEquals(InvitationStatus.PENDING, invitation.statusAt(NOW));
        invitation.hear(news(DeliveryStatus.QUEUED, NOW.plusSeconds(2), null), NOW.plusSeconds(2));
        invitation.hear(news(DeliveryStatus.SENT, NOW.plusSeconds(2), null), NOW.plusSeconds(3));
        assertEquals(DeliveryStatus.SENT, invitation.delivery().status());
        assertEquals(Optional.of(NOW.plusSeconds(3)), invitation.delivery().sentAt());
        assertEquals(Optional.empty(), invitation.delivery().error());
        invitation.hear(news(DeliveryStatus.DELIVERED, NOW.plusSeconds(2), null), NOW.plusSeconds(4));
        assertEquals(DeliveryStatus.DELIVERED, invitation.delivery().status());
        assertEquals(Optional.of(NOW.plusSeconds(3)), invitation.delivery().sentAt());
    }

    @Test
    void whatIsSaidOfAnOlderLinksMailDoesNotCount() {
        Instant later = NOW.plus(PAUSE);
        invitation.renewLink(PAUSE, later);
        invitation.hear(news(DeliveryStatus.BOUNCED, NOW, "No such mailbox"), later.plusSeconds(1));
        assertEquals(DeliveryStatus.QUEUED, invitation.delivery().status());
        invitation.hear(news(DeliveryStatus.DELIVERED, later, null), later.plusSeconds(2));
        assertEquals(DeliveryStatus.DELIVERED, invitation.delivery().status());
        assertEquals(Optional.of(later.plusSeconds(2)), invitation.delivery().sentAt(), "nobody said that it was sent");
    }

    @Test
    void aMintedTokenBelongsToTheGenerationOfItsTime() {
        MintedToken minted = MintedToken.of(InvitationToken.mint(), invitation, NOW);
        assertTrue(invitation.isCurrentLink(minted.linkGeneration()));
        assertEquals(invitation.id(), minted.invitationId());
        assertEquals(CUSTOMER.value(), Row.of(minted).get("customer_id"));
        invitation.renewLink(PAUSE, NOW.plus(PAUSE));
        assertFalse(invitation.isCurrentLink(minted.linkGeneration()));
    }

    private @Nullable Object remindAt() {
        return Row.of(invitation.reminder()).get("remind_at");
    }

    @Test
    void aReminderIsDueSomeDaysBeforeTheLinkExpires() {
        invitation.remind(OptionalInt.of(2));
        assertEquals(EXPIRY.minus(Duration.ofDays(2)), remindAt());
        assertFalse(invitation.reminder().isTaken());
    }

    @Test
    void whoHasJustBeenInvitedIsNotReminded() {
        invitation.remind(OptionalInt.of(7));
        assertNull(remindAt());
        invitation.remind(OptionalInt.empty());
        assertNull(remindAt());
    }

    @Test
    void aLinkIsRemindedOfOnceAndANewOneAgain() {
        invitation.remind(OptionalInt.of(2));
        invitation.reminder().take();
        assertNull(remindAt());
        assertTrue(invitation.reminder().isTaken());
        invitation.renewLink(PAUSE, NOW.plus(PAUSE));
        assertFalse(invitation.reminder().isTaken());
    }
}
