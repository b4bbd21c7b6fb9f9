package tel.ringer.warp.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits that continue a session once. Exists in clear at the client alone. */
public record RefreshToken(String value) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken mint() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    byte[] hash() {
        return SecretHash.of(value);
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
