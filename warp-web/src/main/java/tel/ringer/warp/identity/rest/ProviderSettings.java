package tel.ringer.warp.identity.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.problem.ProblemException;

/**
 * Reads the providers: the default one from {@code warp.oidc.issuer} and its neighbours, each further one that
 * {@code warp.oidc.providers} names from {@code warp.oidc.<id>.issuer} and its neighbours.
 *
 * @param values the setting of a name, if it has a value
 */
record ProviderSettings(Function<String, Optional<String>> values) {
    static final String DEFAULT = "default";
    private static final String PREFIX = "warp.oidc.";
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");

    /**
     * @return the default provider first
     * @throws IllegalArgumentException in one clear sentence, if a setting is missing or wrong
     */
    List<Provider> read() {
        List<Provider> providers = new ArrayList<>();
        providers.add(provider(DEFAULT, PREFIX));
        listed(PREFIX + "providers").forEach(id -> providers.add(further(id)));
        requireDifferent("ids", providers, Provider::id);
        requireDifferent("issuers", providers, Provider::issuer);
        return List.copyOf(providers);
    }

    private Provider further(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    PREFIX + "providers: \"" + id + "\" is not made of lower-case letters and digits");
        }
        return provider(id, PREFIX + id + ".");
    }

    private Provider provider(String id, String prefix) {
        String issuer = required(prefix + "issuer");
        return new Provider(
                id,
                issuer,
                required(prefix + "client-id"),
                values.apply(prefix + "client-secret"),
                values.apply(prefix + "name").orElseGet(() -> host(issuer, prefix + "issuer")),
                values.apply(prefix + "verified-claim").orElse(Provider.VERIFIED),
                listed(prefix + "staff-domains")
                        .map(domain -> normalised(domain, prefix + "staff-domains"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private String required(String name) {
        return values.apply(name).orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
    }

    private Stream<String> listed(String name) {
        return values.apply(name).stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty());
    }

    private static String host(String issuer, String setting) {
        try {
            return Optional.ofNullable(new URI(issuer).getHost())
                    .orElseThrow(() -> new IllegalArgumentException(setting + " is not a web address"));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(setting + " is not a web address", e);
        }
    }

    /** Domains are compared as those of addresses are. */
    private static String normalised(String domain, String setting) {
        try {
            return EmailAddress.of("staff@" + domain).normalised().substring("staff@".length());
        } catch (ProblemException e) {
            throw new IllegalArgumentException(setting + ": \"" + domain + "\" is not a domain", e);
        }
    }

    private static void requireDifferent(String what, List<Provider> providers, Function<Provider, String> value) {
        Set<String> seen = new HashSet<>();
        if (!providers.stream().map(value).allMatch(seen::add)) {
            throw new IllegalArgumentException(PREFIX + "providers: two providers have the same " + what);
        }
    }
}
