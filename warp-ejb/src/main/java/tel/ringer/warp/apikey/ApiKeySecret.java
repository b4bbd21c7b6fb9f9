package tel.ringer.warp.apikey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.identity.SecretHash;

/**
 * An API key in clear: {@code wk_}, 12 digits by which people find the key again, {@code _}, 64 digits that are 256 random
 * bits, and 8 that are the CRC-32 of all before them, so that a scanner for leaked secrets tells a key from what looks
 * like one. All digits are hexadecimal, in lower case.
 */
public record ApiKeySecret(String value) {
    /** What every key begins with, and nothing else that is shown as a bearer token. */
    public static final String MARK = "wk_";

    private static final Pattern FORM = Pattern.compile("wk_[0-9a-f]{12}_[0-9a-f]{72}");
    private static final int PREFIX_LENGTH = MARK.length() + 12;
    private static final int CHECKSUM_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKeySecret mint() {
        String unchecked = MARK + random(6) + "_" + random(32);
        return new ApiKeySecret(unchecked + checksum(unchecked));
    }

    /** Empty for what can't be a key. */
    public static Optional<ApiKeySecret> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int end = text.length() - CHECKSUM_LENGTH;
        return checksum(text.substring(0, end)).equals(text.substring(end))
                ? Optional.of(new ApiKeySecret(text))
                : Optional.empty();
    }

    private static String random(int bytes) {
        byte[] bits = new byte[bytes];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    private static String checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    /** The part that is no secret. */
    String prefix() {
        return value.substring(0, PREFIX_LENGTH);
    }

    byte[] hash() {
        return SecretHash.of(value);
    }

    /** In which it is looked up whose the key is. */
    public CustomerScope.ApiKey scope() {
        return new CustomerScope.ApiKey(HexFormat.of().formatHex(hash()));
    }

    @Override
    public String toString() {
        return "ApiKeySecret[hidden]";
    }
}
