package tel.ringer.warp.identity;

import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one moment.
 *
 * @param signing signs, and is accepted
 * @param others are accepted beside it: the last one for as long as its tokens live, and the next one
 */
public record KeyRing(SigningKey signing, List<RSAPublicKey> others) {
    public KeyRing {
        others = List.copyOf(others);
    }

    /** Each key by which a token may be signed, once. */
    public List<RSAPublicKey> accepted() {
        return Stream.concat(Stream.of(signing.publicKey()), others.stream())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "KeyRing[hidden]";
    }
}
