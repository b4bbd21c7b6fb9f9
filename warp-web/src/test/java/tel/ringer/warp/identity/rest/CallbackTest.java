package tel.ringer.warp.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.problem.ProblemException;

class CallbackTest {
    private static final String ISSUER = "https://id.example";

    private final PendingSignIn pending = PendingSignIn.with(
            new Provider("default", ISSUER, "warp", Optional.empty(), "Id", "email_verified", Set.of()),
            new PendingSignIn.Destination("/", false));
    private final OIDCProviderMetadata metadata =
            new OIDCProviderMetadata(new Issuer(ISSUER), List.of(SubjectType.PUBLIC), URI.create(ISSUER + "/jwks"));
    private final Map<String, List<String>> parameters = new HashMap<>(
            Map.of("code", List.of("abc"), "state", List.of(pending.state().getValue())));

    private String code() {
        return Callback.parse(URI.create("https://warp.example/auth/callback"), parameters)
                .code(pending, metadata)
                .getValue();
    }

    private void given(String name, String value) {
        parameters.put(name, List.of(value));
    }

    private void assertRefused(String code) {
        assertEquals(code, assertThrows(ProblemException.class, this::code).code());
    }

    @Test
    void theAnswerToTheQuestionHoldsTheCode() {
        given("session_state", "x");
        given("authuser", "0");
        assertEquals("abc", code());
    }

    @Test
    void anotherStateOrNoneIsTheAnswerToSomethingElse() {
        given("state", "other");
        assertRefused("invalid_callback");
        parameters.remove("state");
        assertRefused("invalid_callback");
    }

    @Test
    void whatIsNoAnswerAtAllIsRefused() {
        parameters.remove("code");
        assertRefused("invalid_callback");
        parameters.clear();
        assertRefused("invalid_callback");
    }

    @Test
    void anAnswerOfAnotherProviderIsRefused() {
        given("iss", "https://evil.example");
        assertRefused("invalid_callback");
        given("iss", ISSUER);
        assertEquals("abc", code());
    }

    @Test
    void aProviderThatSaysItNamesItselfHasTo() {
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        assertRefused("invalid_callback");
        given("iss", ISSUER);
        assertEquals("abc", code());
    }

    @Test
    void whatTheProviderRefusesIsToldInWarpsWords() {
        parameters.remove("code");
        given("error", "access_denied");
        assertRefused("sign_in_cancelled");
        given("error", "temporarily_unavailable");
        assertRefused("provider_unavailable");
        given("error", "invalid_scope");
        assertRefused("sign_in_failed");
        given("state", "other");
        assertRefused("invalid_callback");
    }
}
