package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the keys are supplied: as files, which may change while WARP runs, or as settings, which may not. */
@ApplicationScoped
class KeySources {
    private static final System.Logger LOG = System.getLogger(KeySources.class.getName());
    static final String KEY = "warp.token.key-text";
    private static final String ALSO_ACCEPT = "warp.token.also-accept";
    private static final String FOLDER = "warp.token.also-accept-folder";
    private static final String ENDING = ".pem";

    private Optional<String> keyFile;
    private Optional<String> key;
    private Optional<String> alsoAccept;
    private Optional<String> folder;

    /** For proxies alone. */
    @SuppressWarnings("NullAway.Init")
    protected KeySources() {}

    @Inject
    KeySources(
            @ConfigProperty(name = "warp.token.key-file") Optional<String> keyFile,
            @ConfigProperty(name = KEY) Optional<String> key,
            @ConfigProperty(name = ALSO_ACCEPT) Optional<String> alsoAccept,
            @ConfigProperty(name = FOLDER) Optional<String> folder) {
        this.keyFile = keyFile;
        this.key = key;
        this.alsoAccept = alsoAccept;
        this.folder = folder;
    }

    /** @throws IllegalArgumentException in one clear sentence, unless exactly one key is supplied */
    KeyText signing() {
        if (key.isPresent() == keyFile.isPresent()) {
            throw new IllegalArgumentException("Set one of warp.token.key-file and " + KEY);
        }
        return key.map(text -> new KeyText(KEY, text)).orElseGet(() -> {
            Path file = Path.of(keyFile.orElseThrow());
            return new KeyText("warp.token.key-file: " + file, SigningKey.text(file));
        });
    }

    /**
     * The texts of further keys, by where they are from.
     *
     * @throws IllegalArgumentException if the folder can't be read
     */
    Map<String, KeyText> others() {
        Map<String, KeyText> texts = new TreeMap<>();
        alsoAccept.ifPresent(text -> texts.put(ALSO_ACCEPT, new KeyText(ALSO_ACCEPT, text)));
        folder.map(Path::of).ifPresent(path -> addAll(path, texts));
        return texts;
    }

    private static void addAll(Path folder, Map<String, KeyText> texts) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                String source = FOLDER + ": " + file;
                texts.put(source, new KeyText(source, text(file)));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(FOLDER + ": " + folder + " can't be read", e);
        }
    }

    /** Blank, which is no key, if the file can't be read: it may go at any moment, and the others stay accepted. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> FOLDER + ": " + file + " can't be read: " + e);
            return "";
        }
    }

    /**
     * A text that holds keys.
     *
     * @param source where it is from, for people
     */
    record KeyText(String source, String text) {
        @Override
        public String toString() {
            return "KeyText[" + source + "]";
        }
    }
}
