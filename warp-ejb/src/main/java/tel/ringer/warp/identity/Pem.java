package tel.ringer.warp.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands between BEGIN and END (RFC 7468): a label, and bytes as Base64. */
record Pem(String label, String base64) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----", Pattern.DOTALL);
    private static final String BEGIN = "-----BEGIN ";

    /**
     * @param text one block after the other, or the Base64 of such a text, for places that take a single line
     * @throws IllegalArgumentException if the text is neither
     */
    static List<Pem> blocks(String text) {
        String plain = text.contains(BEGIN) ? text : decoded(text);
        return BLOCK.matcher(plain).results().map(Pem::of).toList();
    }

    private static String decoded(String text) {
        return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.US_ASCII);
    }

    private static Pem of(MatchResult block) {
        return new Pem(block.group(1), block.group(2));
    }

    /** @throws IllegalArgumentException if they are not Base64 */
    byte[] bytes() {
        return Base64.getMimeDecoder().decode(base64);
    }

    boolean isPrivateKey() {
        return label.equals("PRIVATE KEY");
    }

    boolean isPublicKey() {
        return label.equals("PUBLIC KEY");
    }

    @Override
    public String toString() {
        return "Pem[hidden]";
    }
}
