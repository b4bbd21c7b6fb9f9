package tel.ringer.warp.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.identity.EmailAddress;

class ProviderSettingsTest {
    private final Map<String, String> values =
            new HashMap<>(Map.of("warp.oidc.issuer", "https://accounts.google.com", "warp.oidc.client-id", "warp"));

    private List<Provider> read() {
        return new ProviderSettings(name -> Optional.ofNullable(values.get(name))).read();
    }

    private void addEntra() {
        values.put("warp.oidc.providers", "entra");
        values.put("warp.oidc.entra.issuer", "https://login.example/tenant/v2.0");
        values.put("warp.oidc.entra.client-id", "4711");
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, this::read).getMessage());
    }

    @Test
    void oneProviderNeedsNoMoreThanAnIssuerAndAClient() {
        Provider only = read().get(0);

        assertEquals(1, read().size());
        assertEquals("default", only.id());
        assertEquals("accounts.google.com", only.name());
        assertEquals("email_verified", only.verifiedClaim());
        assertTrue(only.clientSecret().isEmpty() && only.staffDomains().isEmpty());
    }

    @Test
    void furtherProvidersHaveSettingsOfTheirOwn() {
        addEntra();
        values.put("warp.oidc.client-secret", "of Google");
        values.put("warp.oidc.entra.name", "Entra");

        assertEquals(
                List.of("default", "entra"), read().stream().map(Provider::id).toList());
        assertEquals("Entra", read().get(1).name());
        assertEquals("4711", read().get(1).clientId());
        assertTrue(read().get(1).clientSecret().isEmpty());
    }

    @Test
    void staffIsWhoHasAnAddressOfExactlyThatDomain() {
        values.put("warp.oidc.staff-domains", " Carrier.Example , b\u00fccher.example");
        Provider provider = read().get(0);

        assertTrue(provider.isStaff(EmailAddress.of("jane@CARRIER.example")));
        assertTrue(provider.isStaff(EmailAddress.of("jane@xn--bcher-kva.example")));
        for (String other :
                List.of("j@sub.carrier.example", "j@evilcarrier.example", "carrier.example@other.example")) {
            assertFalse(provider.isStaff(EmailAddress.of(other)), other);
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        values.put("warp.oidc.providers", "entra");
        assertEquals("warp.oidc.entra.issuer is not set", refusal());
        values.remove("warp.oidc.client-id");
        assertEquals("warp.oidc.client-id is not set", refusal());
    }

    @Test
    void whatCannotBeToldApartIsRefused() {
        addEntra();
        values.put("warp.oidc.entra.issuer", "https://accounts.google.com");
        assertTrue(refusal().contains("the same issuers"));
        addEntra();
        values.put("warp.oidc.providers", "entra,entra");
        assertTrue(refusal().contains("the same ids"));
    }

    @Test
    void whatIsNoIdNoDomainOrNoAddressIsRefused() {
        values.put("warp.oidc.providers", "../x");
        assertTrue(refusal().contains("warp.oidc.providers"));
        values.remove("warp.oidc.providers");
        values.put("warp.oidc.staff-domains", "@carrier.example");
        assertTrue(refusal().contains("warp.oidc.staff-domains"));
        values.remove("warp.oidc.staff-domains");
        values.put("warp.oidc.issuer", "not an address");
        assertTrue(refusal().contains("warp.oidc.issuer"));
    }

    @Test
    void theSecretDoesNotPrint() {
        values.put("warp.oidc.client-secret", "s3cret");
        assertFalse(read().toString().contains("s3cret"));
    }
}
