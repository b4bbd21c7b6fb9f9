package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What is kept of a link's token. A mail that had to be sent twice has two tokens of one generation and both work; a
 * resend begins a new generation.
 */
@Entity
@Table(schema = "auth", name = "user_invitation_tokens")
class MintedToken {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "invitation_id")
    private UUID invitationId;

    @Column(name = "link_generation")
    private int linkGeneration;

    @Column(name = "minted_at")
    private Instant mintedAt;

    protected MintedToken() {}

    static MintedToken of(InvitationToken token, Invitation invitation, Instant now) {
        MintedToken minted = new MintedToken();
        minted.tokenHash = token.hash();
        minted.customerId = invitation.customerId().value();
        minted.invitationId = invitation.id().value();
        minted.linkGeneration = invitation.linkGeneration();
        minted.mintedAt = now;
        return minted;
    }

    InvitationId invitationId() {
        return new InvitationId(invitationId);
    }

    int linkGeneration() {
        return linkGeneration;
    }
}
