package tel.ringer.warp.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * A person. The address leads to the account once; from then on the provider's (issuer, subject) does. The accounts of
 * API keys have rows in the same table and are no people: no list, no look-up and no sign-in finds them here.
 */
@Entity
@Table(schema = "auth", name = "users")
@SQLRestriction("kind = 'PERSON'")
public class User {
    private static final int LONGEST_NAME = 200;

    @Id
    private UUID id;

    private String email;

    @Column(name = "email_normalised")
    private String emailNormalised;

    @Column(name = "display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    private UserStatus status;

    @Column(name = "user_type_id")
    private @Nullable UUID userTypeId;

    private @Nullable String locale;

    @Column(name = "time_zone")
    private @Nullable String timeZone;

    private @Nullable String issuer;
    private @Nullable String subject;

    @Column(name = "created_at")
    private Instant createdAt;

    /** Who administers people changes nothing of it, so a sign-in must not outdate what they have read. */
    @Column(name = "last_sign_in_at")
    @OptimisticLock(excluded = true)
    private @Nullable Instant lastSignInAt;

    @Version
    private long version;

    protected User() {}

    /** A person who comes in for the first time: without a platform type. */
    static User of(VerifiedIdentity identity, Instant now) {
        User user = new User();
        user.id = UUID.randomUUID();
        user.email = identity.email().written();
        user.emailNormalised = identity.email().normalised();
        user.displayName = shortened(identity.name());
        user.status = UserStatus.ACTIVE;
        user.issuer = identity.issuer();
        user.subject = identity.subject();
        user.createdAt = now;
        return user;
    }

    /** A person who has not come in yet: the address alone leads to the account, once. */
    static User expected(NewColleague wanted, UUID type, Instant now) {
        User user = new User();
        user.id = UUID.randomUUID();
        user.email = wanted.email().written();
        user.emailNormalised = wanted.email().normalised();
        user.displayName = wanted.name().value();
        user.status = UserStatus.ACTIVE;
        user.userTypeId = type;
        user.createdAt = now;
        return user;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /**
     * @throws ProblemException forbidden, {@code account_inactive}; conflict, {@code identity_conflict} if the account
     *     belongs to another identity with the same address
     */
    void signIn(VerifiedIdentity identity, Instant now) {
        if (!isActive()) {
            throw new ProblemException(ProblemKind.FORBIDDEN, "account_inactive", "This account is not active.");
        }
        if (issuer == null) {
            issuer = identity.issuer();
            subject = identity.subject();
        } else if (!isBoundTo(identity)) {
            throw ProblemException.conflict(
                    "identity_conflict", "The account of this address belongs to another identity.");
        }
        lastSignInAt = now;
    }

    /** @return what is another now, for the audit log, where a blank stands for none; a name is not told */
    Map<String, String> change(ProfileChange wanted) {
        Map<String, String> changed = new TreeMap<>();
        wanted.displayName()
                .map(PersonName::value)
                .filter(name -> !name.equals(displayName))
                .ifPresent(name -> {
                    displayName = name;
                    changed.put("changed", "display_name");
                });
        wanted.locale().ifPresent(chosen -> {
            note(changed, "locale", locale, chosen);
            locale = chosen.value().orElse(null);
        });
        wanted.timeZone().ifPresent(chosen -> {
            note(changed, "time_zone", timeZone, chosen);
            timeZone = chosen.value().orElse(null);
        });
        return changed;
    }

    private static void note(Map<String, String> changed, String name, @Nullable String before, Preference after) {
        if (!Optional.ofNullable(before).equals(after.value())) {
            changed.put(name + "_before", before == null ? "" : before);
            changed.put(name + "_after", after.value().orElse(""));
        }
    }

    /** @throws ProblemException conflict, {@code already_erased} */
    public void requireNotErased() {
        if (status == UserStatus.ERASED) {
            throw ProblemException.conflict("already_erased", "This person has been erased.");
        }
    }

    void deactivate() {
        status = UserStatus.INACTIVE;
    }

    void reactivate() {
        status = UserStatus.ACTIVE;
    }

    /** @param type of the operator's staff; null for people who only belong to customers */
    void changeType(@Nullable UUID type) {
        userTypeId = type;
    }

    public boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    /** @param normalised as {@link EmailAddress} does */
    boolean hasAddress(String normalised) {
        return emailNormalised.equals(normalised);
    }

    boolean isBoundTo(VerifiedIdentity identity) {
        return identity.issuer().equals(issuer) && identity.subject().equals(subject);
    }

    public UserId id() {
        return new UserId(id);
    }

    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    /** BCP 47 tag of the language that the person prefers. */
    public Optional<String> locale() {
        return Optional.ofNullable(locale);
    }

    /** IANA name of the time zone in which the person reads times. */
    public Optional<String> timeZone() {
        return Optional.ofNullable(timeZone);
    }

    public UserStatus status() {
        return status;
    }

    /** The user type of the operator's staff. */
    public Optional<UUID> userTypeId() {
        return Optional.ofNullable(userTypeId);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> lastSignInAt() {
        return Optional.ofNullable(lastSignInAt);
    }

    public long revision() {
        return version;
    }

    /** Its place in the order of addresses. */
    Cursor place() {
        return new Cursor(emailNormalised, id);
    }
}
