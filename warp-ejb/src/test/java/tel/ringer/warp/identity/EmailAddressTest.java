package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tel.ringer.warp.testing.Refusals.refused;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class EmailAddressTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "jane@example.com,                  jane@example.com",
        "'  jane@example.com\t',            jane@example.com",
        "Jane.Doe@EXAMPLE.Com,              jane.doe@example.com",
        "j.a.n.e+warp@example.com,          j.a.n.e+warp@example.com",
        "o'brien@example.com,               o'brien@example.com",
        "jane@m\u00fcller.example,          jane@xn--mller-kva.example",
        "jane@M\u00dcLLER.example,          jane@xn--mller-kva.example",
        "jane@XN--MLLER-KVA.example,        jane@xn--mller-kva.example",
        "jane@\u4f8b\u3048\u3002\u30c6\u30b9\u30c8, jane@xn--r8jz45g.xn--zckzah",
        "jane@a.b.c.example.co.uk,          jane@a.b.c.example.co.uk"
    })
    void anAddressIsNormalised(String written, String normalised) {
        assertEquals(normalised, EmailAddress.of(written).normalised());
    }

    @Test
    void whatWasWrittenIsKeptButForTheSpaceAround() {
        assertEquals("Jane@Example.com", EmailAddress.of(" Jane@Example.com ").written());
    }

    @Test
    void addressesThatOnlyTheReceiverKnowsToBeTheSameStayDifferent() {
        assertNotEquals(
                EmailAddress.of("jane@example.com").normalised(),
                EmailAddress.of("ja.ne@example.com").normalised());
        assertNotEquals(
                EmailAddress.of("jane@example.com").normalised(),
                EmailAddress.of("jane+1@example.com").normalised());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "jane",
                "jane@",
                "@example.com",
                "jane@localhost",
                "jane@example",
                "jane@[127.0.0.1]",
                "jane@[IPv6:::1]",
                "jane@.example.com",
                "jane@example..com",
                "jane@-example.com",
                "jane@exa_mple.com",
                "jane@exam ple.com",
                "jane@example.com.",
                ".jane@example.com",
                "jane.@example.com",
                "ja..ne@example.com",
                "jane@example.com\r\nBcc: eve@evil.example",
                "jane@example.com\nBcc: eve@evil.example",
                "jane\r\n@example.com",
                "jane@example.com\u0000",
                "jane@example.com,eve@evil.example",
                "jane@example.com;eve@evil.example",
                "jane@example.com eve@evil.example",
                "jane@evil.example@example.com",
                "Jane <jane@example.com>",
                "<jane@example.com>",
                "\"jane\"@example.com",
                "\"a b\"@example.com",
                "jane(comment)@example.com",
                "jane:eve@example.com",
                "ja\\ne@example.com",
                "ja\u200bne@example.com",
                "ja\u200dne@example.com",
                "jane@exam\u200bple.com",
                "jane@exam\u00adple.com",
                "\ufeffjane@example.com",
                "ja\u202ene@example.com",
                "jane@\u2066example.com",
                "ja\u00a0ne@example.com",
                "ja\u0085ne@example.com",
                "ja\u2028ne@example.com",
                "ja\udb40\udc41ne@example.com",
                "ja\ufe0fne@example.com",
                "ja\u3164ne@example.com",
                "j\u0430ne@example.com",
                "\u212aate@example.com",
                "jos\u00e9@example.com",
                "jane@example\uff0f.com",
                "jane@exam\ufe6bple.com",
                "jane\uff20example.com"
            })
    void whatIsHostileOrNoAddressIsRefused(String text) {
        refused(ProblemKind.INVALID, "invalid_email", () -> EmailAddress.of(text));
    }

    @Test
    void noDomainIsTakenForAnotherThatIsSpelledLikeIt() {
        // RFC 5891 registers these apart from "fass" and "aliasos"; IDN.toASCII would fold them together.
        refused(ProblemKind.INVALID, "invalid_email", () -> EmailAddress.of("jane@fa\u00df.example"));
        refused(ProblemKind.INVALID, "invalid_email", () -> EmailAddress.of("jane@\u03b1\u03c2.example"));
        assertEquals(
                "jane@xn--fa-hia.example",
                EmailAddress.of("jane@xn--fa-hia.example").normalised());
    }

    @Test
    void anAddressHasAtMost254Characters() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "example";
        int left = 254 - domain.length() - 1;
        EmailAddress.of("j".repeat(left) + "@" + domain);
        refused(ProblemKind.INVALID, "invalid_email", () -> EmailAddress.of("j".repeat(left + 1) + "@" + domain));
        refused(ProblemKind.INVALID, "invalid_email", () -> EmailAddress.of("j@" + "d".repeat(64) + ".example"));
    }

    @Test
    void theRefusalDoesNotRepeatTheAddress() {
        ProblemException problem =
                refused(ProblemKind.INVALID, "invalid_email", () -> EmailAddress.of("<script>@example.com"));
        assertFalse(problem.detail().contains("script"));
    }

    @Test
    void aRelayGetsTheDomainAsALabelAndTheRestAsItWasWritten() {
        assertEquals(
                "Jane.Doe@xn--mller-kva.example",
                EmailAddress.of("Jane.Doe@M\u00fcller.example").deliverable());
        assertEquals("Jane@example.com", EmailAddress.of("Jane@Example.com").deliverable());
    }

    @ParameterizedTest
    @CsvSource({
        "jane@example.com, j***@example.com",
        "J@Example.com, j***@example.com",
        "a.very.long.name@example.com, a***@example.com"
    })
    void aMaskedAddressTellsTheFirstCharacterAndTheDomain(String written, String masked) {
        assertEquals(masked, EmailAddress.of(written).masked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@warp.example",
                "Jane@WARP.Example",
                " jane@warp.example ",
                "jane+everything@warp.example",
                "evil-warp.example@warp.example"
            })
    void anAddressIsOfItsDomain(String written) {
        assertTrue(EmailAddress.of(written).isOf("warp.example"));
    }

    /** Whatever looks like the domain, ends or begins with it, or is only taken for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@evil-warp.example",
                "jane@evilwarp.example",
                "jane@warp.example.evil",
                "jane@warp.example.com",
                "jane@mail.warp.example",
                "jane@warp.example.warp.evil",
                "jane@arp.example",
                "jane@example.warp",
                "jane@warp-example.com",
                "jane@warp.examp1e",
                "jane+warp.example@evil.example",
                "warp.example@evil.example",
                "jane@xn--warp.example",
                "jane@w\u0430rp.example",
                "jane@warp.\u0435xample",
                "jane@w\u00e0rp.example",
                "jane@warp.e\u0445ample",
                "jane@wa\u0280p.example",
                "jane@\uff57\uff41\uff52\uff50.example",
                "jane@warp\u3002example",
                "jane@warp\uff0eexample",
                "jane@\u24e6arp.example",
                "jane@warp.e\u02e3ample",
                "jane@warp.e\u217dample",
                "jane@\ud835\udc30arp.example"
            })
    void whatLooksLikeADomainIsNotIt(String written) {
        assertFalse(EmailAddress.of(written).isOf("warp.example"), EmailAddress.of(written)::normalised);
    }

    @ParameterizedTest
    @CsvSource({
        "jane@m\u00fcller.example,       true",
        "jane@xn--mller-kva.example,     true",
        "jane@XN--MLLER-KVA.example,     true",
        "jane@mueller.example,           false",
        "jane@muller.example,            false",
        "jane@mu\u0308ller.example,      false",
        "jane@m\u00fcller.example.evil,  false",
        "jane@m\u00fcllner.example,      false"
    })
    void aDomainInOtherLettersIsItselfInBothItsForms(String written, boolean of) {
        assertEquals(of, EmailAddress.of(written).isOf("xn--mller-kva.example"));
    }

    /** The Kelvin sign is a lower-case k to Java and to IDNA, but nobody's letter. */
    @Test
    void aSignThatFoldsToALetterIsNotThatLetter() {
        assertFalse(EmailAddress.of("jane@\u212aelvin.example").isOf("kelvin.example"));
        assertTrue(EmailAddress.of("jane@Kelvin.example").isOf("kelvin.example"));
    }

    @Test
    void anAddressIsKnownHoweverItMayHaveBeenWrittenDown() {
        assertEquals(
                Set.of("ann@xn--bcher-kva.example", "ann@b\u00fccher.example"),
                EmailAddress.of(" Ann@XN--bcher-kva.example ").spellings());
        assertEquals(
                Set.of("ann@acme.example"), EmailAddress.of("ANN@acme.Example").spellings());
    }
}
