package tel.ringer.warp.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The last words of a start: where WARP is, how to sign in, where mails are, how to stop.
 *
 * @param accounts those of the demo data who can sign in; empty without demo data
 */
record Banner(Settings settings, Duration took, List<String> accounts) {

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "WARP is ready in %.1f s", took.toMillis() / 1000.0));
        lines.add("");
        lines.add("  Open      " + settings.publicUrl());
        lines.addAll(signIn());
        lines.add("  Mails     " + mails());
        lines.add("  Data      " + data());
        lines.add("  Stop      Ctrl-C");
        lines.add("");
        return String.join("\n", lines);
    }

    private List<String> signIn() {
        if (!settings.localIdentity()) {
            return List.of("  Sign in   with " + settings.given().get("WARP_OIDC_ISSUER"));
        }
        List<String> lines = new ArrayList<>();
        lines.add("  Sign in   at %s/auth/login with any address, without a password".formatted(settings.publicUrl()));
        accounts.forEach(account -> lines.add("            " + account));
        lines.add("  ID token  curl -s http://localhost:%d/warp/token -d grant_type=password -d client_id=warp \\"
                .formatted(settings.identityPort()));
        lines.add("              -d scope=openid -d username=%s -d password=any".formatted(exampleAddress()));
        return lines;
    }

    private String exampleAddress() {
        return accounts.isEmpty() ? "ADDRESS" : accounts.get(0).split(" ", 2)[0];
    }

    private String mails() {
        return settings.localMail()
                ? "are printed here and kept in " + settings.directory().resolve("mail")
                : "go out through " + settings.given().get("WARP_SMTP_HOST");
    }

    private String data() {
        return settings.localDatabase()
                ? "in %s, PostgreSQL on port %d".formatted(settings.directory(), settings.databasePort())
                : "in " + settings.given().getOrDefault("WARP_DB_URL", "").split("\\?", 2)[0];
    }
}
