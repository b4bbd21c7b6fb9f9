package tel.ringer.warp.invitation;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Uuids;
import tel.ringer.warp.identity.SecretHash;

/** The secret in an invitation's link: a random UUID (version 4, 122 bits). In clear in the mail and nowhere else. */
public record InvitationToken(UUID value) {
    static InvitationToken mint() {
        return new InvitationToken(UUID.randomUUID());
    }

    /** Empty for what can't be a token. */
    public static Optional<InvitationToken> parse(String text) {
        try {
            return Optional.of(new InvitationToken(Uuids.parse(text)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    byte[] hash() {
        return SecretHash.of(inClear());
    }

    /** What its bearer reaches: this one invitation. */
    public CustomerScope.Invitation scope() {
        return new CustomerScope.Invitation(HexFormat.of().formatHex(hash()));
    }

    /** Only for the link in the mail. */
    String inClear() {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "InvitationToken[hidden]";
    }
}
