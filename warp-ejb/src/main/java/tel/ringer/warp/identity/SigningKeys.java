package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The key that signs now, read once. */
@ApplicationScoped
public class SigningKeys {
    @Inject
    @ConfigProperty(name = "warp.token.key-file")
    private String file;

    private volatile @Nullable SigningKey current;

    /** @throws IllegalArgumentException in one clear sentence, if the file holds no usable key */
    public SigningKey current() {
        SigningKey known = current;
        if (known == null) {
            known = SigningKey.read(Path.of(file));
            current = known;
        }
        return known;
    }

    /** @throws IllegalArgumentException as {@link #current} */
    public boolean areLoaded() {
        return current().publicKey().getModulus().signum() > 0;
    }
}
