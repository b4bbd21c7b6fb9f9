package tel.ringer.warp.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every log below a folder: of servers with those that were rotated, of PostgreSQL, of scripts, of access. */
public record Logs(Path folder) {
    /** What separates a credential from the text around it. */
    private static final Pattern NOT_OF_A_CREDENTIAL = Pattern.compile("[^A-Za-z0-9._-]+");
    /** The runner prints the mails that it received: it is the mailbox. */
    private static final String MAIL_BEGINS_OR_ENDS = "-".repeat(72);

    /** Of this run. */
    public static Logs ofThisRun() {
        return new Logs(Path.of(System.getProperty("warp.test.folder")));
    }

    public List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().contains("log"))
                    .filter(file -> !folder.relativize(file).toString().contains("postgresql-binaries"))
                    .filter(file -> !folder.relativize(file).toString().contains("/pg_"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which file holds which secret; each secret is shortened, since this is printed. */
    public List<String> holding(Set<String> secrets) {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            search(file, secrets, found);
        }
        return found;
    }

    private void search(Path file, Set<String> secrets, List<String> found) {
        try (InputStream in = Files.newInputStream(file);
                Scanner lines = new Scanner(in, StandardCharsets.ISO_8859_1)) {
            boolean mail = false;
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                mail ^= line.equals(MAIL_BEGINS_OR_ENDS);
                if (!mail) {
                    words(line)
                            .filter(secrets::contains)
                            .map(secret -> folder.relativize(file) + ": " + secret.substring(0, 8) + "...")
                            .forEach(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole, and what is between dots and the like, so that a full stop after a credential hides nothing. */
    private static Stream<String> words(String line) {
        return NOT_OF_A_CREDENTIAL
                .splitAsStream(line)
                .flatMap(word -> Stream.of(word, word.replaceAll("^[._-]+|[._-]+$", "")))
                .distinct();
    }
}
