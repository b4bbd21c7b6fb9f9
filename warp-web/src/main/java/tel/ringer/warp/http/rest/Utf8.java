package tel.ringer.warp.http.rest;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The one encoding of what is sent to WARP. */
public final class Utf8 {
    private Utf8() {}

    /** A parameter that names another is not passed over. */
    public static void require(MediaType mediaType) {
        String charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new NotSupportedException("Only UTF-8");
        }
    }

    /** Decodes UTF-8 and nothing else: an InputStreamReader would put U+FFFD where the bytes are invalid. */
    public static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
