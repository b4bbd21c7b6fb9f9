package tel.ringer.warp.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.problem.ProblemException;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/customers",
                "/customers/42/numbers",
                "/customers?search=a%20b&limit=50",
                "/customers?back=https://warp.example/x",
                "/customers?q=a//b",
                "/authors",
                "/dashboard#top",
                "/a/b.html",
                "/%C3%BCber"
            })
    void aPathOfThisSiteIsTakenAsItIs(String text) {
        assertEquals(text, ReturnPath.of(text).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "customers",
                "./customers",
                "../customers",
                "https://evil.example",
                "https:evil.example",
                "http:/evil.example",
                "HTTPS://evil.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "///evil.example",
                "////evil.example",
                "//evil.example/%2e%2e",
                "/\\evil.example",
                "\\evil.example",
                "\\\\evil.example",
                "/\\/evil.example",
                "\\/evil.example",
                "/customers\\..\\x",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\nSet-Cookie: a=b",
                "/\u0000",
                "/a\u007f",
                " //evil.example",
                "/ /evil.example",
                "\t//evil.example",
                "/%2f/evil.example",
                "/%2F%2Fevil.example",
                "/%5cevil.example",
                "/%5C%5Cevil.example",
                "/%09/evil.example",
                "/%0d%0aLocation:%20https://evil.example",
                "/%00",
                "/%252f%252fevil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/a/..//evil.example",
                "/a/../../evil.example",
                "/%2e%2e//evil.example",
                "/%2e/evil",
                "/a//evil.example",
                "/;//evil.example",
                "/a;jsessionid=1",
                "/@evil.example\\",
                "/\u2044evil.example",
                "/\uff0f\uff0fevil.example",
                "/\u3002evil",
                "/<script>",
                "/\"onclick=",
                "/%",
                "/%zz",
                "?x",
                "#x",
                "@evil.example",
                "/auth",
                "/auth/login?return_to=/auth/login",
                "/AUTH/login",
                "/invitations/8f9c2d4e-0000-4000-8000-000000000001"
            })
    void whateverLeadsElsewhereIsRefused(String text) {
        assertEquals(
                "invalid_return_to",
                assertThrows(ProblemException.class, () -> ReturnPath.of(text)).code());
    }

    @Test
    void nothingLongerThanACookieHoldsIsTaken() {
        assertThrows(ProblemException.class, () -> ReturnPath.of("/" + "a".repeat(1000)));
    }
}
