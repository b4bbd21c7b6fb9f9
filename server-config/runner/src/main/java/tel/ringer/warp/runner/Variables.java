package tel.ringer.warp.runner;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named values as text, read with one clear sentence for each that is wrong; a blank value counts as not given. */
record Variables(Map<String, String> values) {

    private static final List<String> OF_THE_APPLICATION = List.of(
            "WARP_DB_URL",
            "WARP_DB_USER",
            "WARP_DB_PASSWORD",
            "WARP_DB_OWNER_USER",
            "WARP_DB_OWNER_PASSWORD",
            "WARP_SMTP_HOST",
            "WARP_SMTP_PORT",
            "WARP_SMTP_USER",
            "WARP_SMTP_PASSWORD",
            "WARP_MAIL_FROM",
            "WARP_OIDC_ISSUER",
            "WARP_OIDC_CLIENT_ID",
            "WARP_FIRST_ADMINISTRATOR",
            "WARP_STAFF_USER_TYPE",
            "WARP_OIDC_CLIENT_SECRET",
            "WARP_OIDC_NAME",
            "WARP_PUBLIC_URL",
            "WARP_TOKEN_KEY_FILE");

    /** Settings that say something about a real service, and the setting that names this service. */
    private static final Map<String, String> BELONGS_TO = Map.of(
            "WARP_DB_USER", "WARP_DB_URL",
            "WARP_DB_PASSWORD", "WARP_DB_URL",
            "WARP_DB_OWNER_USER", "WARP_DB_URL",
            "WARP_DB_OWNER_PASSWORD", "WARP_DB_URL",
            "WARP_SMTP_PORT", "WARP_SMTP_HOST",
            "WARP_SMTP_USER", "WARP_SMTP_HOST",
            "WARP_SMTP_PASSWORD", "WARP_SMTP_HOST",
            "WARP_OIDC_CLIENT_ID", "WARP_OIDC_ISSUER",
            "WARP_OIDC_CLIENT_SECRET", "WARP_OIDC_ISSUER",
            "WARP_OIDC_NAME", "WARP_OIDC_ISSUER");

    /** What a real service cannot do without: there is no default that would be right. */
    private static final Map<String, String> NEEDS =
            Map.of("WARP_OIDC_ISSUER", "WARP_OIDC_CLIENT_ID", "WARP_SMTP_HOST", "WARP_MAIL_FROM");

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    int port(String name, int otherwise) {
        return text(name).map(value -> parsePort(name, value)).orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        String value = text(name).orElse(Boolean.toString(otherwise));
        require(value.equals("true") || value.equals("false"), name, value, "true or false");
        return value.equals("true");
    }

    Map<String, String> ofTheApplication() {
        Map<String, String> given = new LinkedHashMap<>();
        OF_THE_APPLICATION.forEach(name -> text(name).ifPresent(value -> given.put(name, value)));
        requireCompleteness(given);
        requireForms();
        return given;
    }

    private void requireForms() {
        text("WARP_DB_URL")
                .ifPresent(url -> require(
                        url.startsWith("jdbc:postgresql:"),
                        "WARP_DB_URL",
                        url,
                        "a JDBC URL such as jdbc:postgresql://localhost:5432/warp"));
        port("WARP_SMTP_PORT", 1);
        requireWebAddress("WARP_OIDC_ISSUER");
        requireWebAddress("WARP_PUBLIC_URL");
        text("WARP_TOKEN_KEY_FILE")
                .ifPresent(file -> require(
                        Files.isReadable(Path.of(file)), "WARP_TOKEN_KEY_FILE", file, "a file that can be read"));
    }

    private void requireWebAddress(String name) {
        text(name).ifPresent(value -> require(isWebAddress(value), name, value, "an http or https URL"));
    }

    private static void requireCompleteness(Map<String, String> given) {
        BELONGS_TO.forEach((name, service) -> {
            if (given.containsKey(name) && !given.containsKey(service)) {
                throw new CannotStartException(
                        "%s is set but %s is not: set both, or neither.".formatted(name, service));
            }
        });
        NEEDS.forEach((service, name) -> {
            if (given.containsKey(service) && !given.containsKey(name)) {
                throw new CannotStartException("%s is set, so %s must be set too.".formatted(service, name));
            }
        });
    }

    private static int parsePort(String name, String value) {
        boolean valid =
                value.matches("[0-9]{1,5}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= 65_535;
        require(valid, name, value, "a port between 1 and 65535");
        return Integer.parseInt(value);
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = URI.create(value);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static void require(boolean valid, String name, String value, String expected) {
        if (!valid) {
            throw new CannotStartException("%s must be %s, but it is \"%s\".".formatted(name, expected, value));
        }
    }

    /** Leaves the values out: there are passwords among them. */
    @Override
    public String toString() {
        return "Variables" + values.keySet();
    }
}
