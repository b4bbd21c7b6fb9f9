package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;

/** Follows links. One that leads nowhere takes as many statements as one that leads somewhere, so that time tells nothing. */
@ApplicationScoped
class LinkRepository {
    private static final InvitationId NONE = new InvitationId(new UUID(0, 0));
    private static final String TARGET =
            """
            select new tel.ringer.warp.invitation.LinkTarget(t, i, c, n.name, instant)
            from MintedToken t
            join Invitation i on i.id = t.invitationId
            join Customer c on c.id = i.customerId
            join UserTypeName n on n.id = i.userTypeId
            where t.tokenHash = :hash
            """;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private InvitationRepository invitations;

    Optional<LinkTarget> follow(CustomerScope.Invitation bearer) {
        return entities.createQuery(TARGET, LinkTarget.class)
                .setParameter("hash", hash(bearer))
                .getResultStream()
                .findFirst();
    }

    /** Of the link that is followed; nobody's id for one that leads nowhere. Loads no row that may change meanwhile. */
    CustomerId customerOf(CustomerScope.Invitation bearer) {
        return new CustomerId(
                entities.createQuery("select t.customerId from MintedToken t where t.tokenHash = :hash", UUID.class)
                        .setParameter("hash", hash(bearer))
                        .getResultStream()
                        .findFirst()
                        .orElse(NONE.value()));
    }

    /** The row alone to its transaction until the end. */
    Optional<LockedLink> lock(CustomerScope.Invitation bearer) {
        Optional<MintedToken> token = entities.createQuery(
                        "select t from MintedToken t where t.tokenHash = :hash", MintedToken.class)
                .setParameter("hash", hash(bearer))
                .getResultStream()
                .findFirst();
        Optional<Invitation> invitation =
                invitations.lock(token.map(MintedToken::invitationId).orElse(NONE));
        return invitation.flatMap(locked -> token.map(followed -> new LockedLink(followed, locked)));
    }

    private static byte[] hash(CustomerScope.Invitation bearer) {
        return HexFormat.of().parseHex(bearer.tokenHash());
    }
}
