package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.notification.MailNews;
import tel.ringer.warp.problem.ProblemException;

/**
 * One address is asked to join one customer. PENDING until it is accepted, declined, revoked or expires; whatever ends
 * it, ends it for good.
 */
@Entity
@Table(schema = "auth", name = "user_invitations")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
public class Invitation {
    @Id
    private UUID id;

    @Column(name = "customer_id")
    private UUID customerId;

    private String email;

    @Column(name = "email_normalised")
    private String emailNormalised;

    @Column(name = "user_type_id")
    private UUID userTypeId;

    @Enumerated(EnumType.STRING)
    private MembershipRole role;

    private @Nullable String message;

    @Enumerated(EnumType.STRING)
    private InvitationStatus status;

    @Embedded
    private Delivery delivery;

    @Column(name = "link_generation")
    private int linkGeneration;

    @Column(name = "invited_by")
    private UUID invitedBy;

    @Column(name = "invited_by_name")
    private String invitedByName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "resent_at")
    private @Nullable Instant resentAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "valid_for_days")
    private int validForDays;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable UUID closedBy;

    @Column(name = "close_reason")
    private @Nullable String closeReason;

    @Embedded
    private Reminder reminder = new Reminder();

    @Embedded
    private @Nullable LinkUse linkUse;

    @Version
    private long version;

    protected Invitation() {}

    static Invitation of(
            CustomerId customer, NewInvitation wanted, UserType type, Inviter inviter, int validForDays, Instant now) {
        Invitation invitation = new Invitation();
        invitation.id = UUID.randomUUID();
        invitation.customerId = customer.value();
        invitation.email = wanted.email().written();
        invitation.emailNormalised = wanted.email().normalised();
        invitation.userTypeId = type.id();
        invitation.role = wanted.role();
        invitation.message = wanted.message().map(PersonalMessage::text).orElse(null);
        invitation.status = InvitationStatus.PENDING;
        invitation.delivery = Delivery.queued();
        invitation.linkGeneration = 1;
        invitation.invitedBy = inviter.user().value();
        invitation.invitedByName = inviter.name();
        invitation.createdAt = now;
        invitation.validForDays = validForDays;
        invitation.expiresAt = now.plus(validForDays, ChronoUnit.DAYS);
        return invitation;
    }

    /** A new link with a new expiry; every link sent before is dead. */
    void renewLink(Duration pause, Instant now) {
        InvitationRefusals.requirePending(statusAt(now));
        InvitationRefusals.requirePause(linkAskedForAt(), pause, now);
        linkGeneration++;
        resentAt = now;
        expiresAt = now.plus(validForDays, ChronoUnit.DAYS);
        reminder = new Reminder();
        delivery.queueAgain();
    }

    /** Whether a mail that was queued then has a link that is dead. */
    boolean wasResentAfter(Instant queuedAt) {
        return queuedAt.isBefore(linkAskedForAt());
    }

    private Instant linkAskedForAt() {
        return resentAt == null ? createdAt : resentAt;
    }

    /** Of the link in force, so many days before it expires. */
    void remind(OptionalInt days) {
        reminder = Reminder.before(expiresAt, validForDays, days);
    }

    Reminder reminder() {
        return reminder;
    }

    /** @throws ProblemException conflict, {@code invitation_not_pending} */
    void revoke(UserId by, Optional<String> reason, Instant now) {
        InvitationRefusals.requirePending(statusAt(now));
        closedBy = by.value();
        closeReason = reason.orElse(null);
        close(InvitationStatus.REVOKED, now);
    }

    void accept(UserId by, Instant now) {
        linkUse().open(now);
        closedBy = by.value();
        close(InvitationStatus.ACCEPTED, now);
    }

    /** Whoever declines need not have an account: nobody is named as the one who closed it. */
    void decline(Instant now) {
        linkUse().open(now);
        close(InvitationStatus.DECLINED, now);
    }

    /** The row catches up with the clock. */
    void expire(Instant now) {
        close(InvitationStatus.EXPIRED, now);
    }

    private void close(InvitationStatus end, Instant now) {
        if (status != InvitationStatus.PENDING) {
            throw new IllegalStateException("An invitation ends once; this one is " + status);
        }
        status = end;
        closedAt = now;
    }

    /**
     * What is said of a mail with an older link does not count any more.
     *
     * @return whether it counts
     */
    boolean hear(MailNews news, Instant now) {
        if (wasResentAfter(news.queuedAt())) {
            return false;
        }
        delivery.become(news, now);
        return true;
    }

    /** The status as the clock has it, whether or not the timer has been here yet. */
    public InvitationStatus statusAt(Instant now) {
        return status == InvitationStatus.PENDING && !now.isBefore(expiresAt) ? InvitationStatus.EXPIRED : status;
    }

    boolean isFor(EmailAddress address) {
        return emailNormalised.equals(address.normalised());
    }

    /** The status as the row has it. */
    InvitationStatus status() {
        return status;
    }

    boolean isCurrentLink(int generation) {
        return generation == linkGeneration;
    }

    int linkGeneration() {
        return linkGeneration;
    }

    /** Without any, Hibernate leaves it out. */
    public LinkUse linkUse() {
        linkUse = linkUse == null ? LinkUse.none() : linkUse;
        return linkUse;
    }

    /** Of this state; what becomes of its mails changes it too. */
    public long revision() {
        return version;
    }

    public InvitationId id() {
        return new InvitationId(id);
    }

    public CustomerId customerId() {
        return new CustomerId(customerId);
    }

    public EmailAddress email() {
        return new EmailAddress(email, emailNormalised);
    }

    UUID userTypeId() {
        return userTypeId;
    }

    public MembershipRole role() {
        return role;
    }

    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    public Delivery delivery() {
        return delivery;
    }

    public UserId invitedBy() {
        return new UserId(invitedBy);
    }

    /** As the inviter was called then: operator's staff is not visible to everybody. */
    public String invitedByName() {
        return invitedByName;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<String> closeReason() {
        return Optional.ofNullable(closeReason);
    }
}
