package tel.ringer.warp.identity;

import java.nio.file.Path;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Tells MicroProfile JWT the public half of the signing key, so that only one file has to be supplied. */
public class TokenKeyConfigSource implements ConfigSource {
    private static final String VERIFICATION_KEY = "mp.jwt.verify.publickey";

    private volatile @Nullable String publicPem;

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(VERIFICATION_KEY);
    }

    @Override
    public @Nullable String getValue(String name) {
        if (!VERIFICATION_KEY.equals(name)) {
            return null;
        }
        String known = publicPem;
        if (known == null) {
            Path file = Path.of(ConfigProvider.getConfig().getValue("warp.token.key-file", String.class));
            known = SigningKey.read(file).publicPem();
            publicPem = known;
        }
        return known;
    }

    @Override
    public String getName() {
        return "warp-token-key";
    }
}
