package tel.ringer.warp.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;

/** The holder of an address, who knows of WARP what the banner and the mails say. */
record Guest(Banner banner, String address) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/invitations/[0-9a-f-]{36}");

    Answer exchange() throws IOException, InterruptedException {
        return banner.api().exchange(banner.idToken(address));
    }

    Api signIn() throws IOException, InterruptedException {
        Answer answer = exchange();
        if (answer.status() != 200) {
            throw new AssertionError(address + " could not sign in: " + answer.body());
        }
        return banner.api().as(answer.json().getString("access_token"));
    }

    /** The BANs of the customers that this guest sees. */
    Set<String> customers() throws IOException, InterruptedException {
        return customers(signIn());
    }

    static Set<String> customers(Api api) {
        Answer answer = api.get("/v1/customers");
        if (answer.status() != 200) {
            throw new AssertionError("No list of customers: " + answer.body());
        }
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(customer -> customer.getString("ban"))
                .collect(Collectors.toSet());
    }

    /** The link in the mail to this address, once it is there. */
    String mailedLink() {
        return Await.until("a mail to " + address, () -> mails().stream()
                .filter(mail -> mail.contains("To: " + address))
                .flatMap(mail -> LINK.matcher(mail).results())
                .map(MatchResult::group)
                .findFirst());
    }

    Answer accept(String link) throws IOException, InterruptedException {
        return banner.api()
                .post(
                        link + "/accept",
                        Json.createObjectBuilder()
                                .add("id_token", banner.idToken(address))
                                .build());
    }

    private List<String> mails() {
        try (Stream<Path> files = Files.list(banner.mails())) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .map(Guest::text)
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
