package tel.ringer.warp.invitation.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.invitation.InvitationView;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class InvitationPageTest {
    private static final String HOSTILE = "</title><script>alert('x')</script>\"&";

    private final InvitationPage page = new InvitationPage();

    private static InvitationView view(String text) {
        return new InvitationView(
                text,
                text,
                text,
                text,
                text,
                text,
                MembershipRole.ADMIN,
                Optional.of(text),
                Instant.parse("2026-11-29T12:00:00Z"));
    }

    private static String html(Response response) {
        assertEquals("text/html;charset=UTF-8", String.valueOf(response.getMediaType()));
        return (String) response.getEntity();
    }

    @Test
    void nothingThatPeopleWriteBecomesMarkup() {
        String html = html(page.of(view(HOSTILE)));
        assertTrue(html.contains("&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"), html);
        assertFalse(html.contains("<script"), html);
    }

    @Test
    void aDeadLinkIsExplainedWithTheStatusOfItsProblem() {
        Response response = page.of(new ProblemException(ProblemKind.GONE, "invitation_expired", "x"));
        assertEquals(410, response.getStatus());
        assertTrue(html(response).contains("<h1>This invitation has expired</h1>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_found", "<script>"})
    void aLinkThatNeverWasIsExplained(String code) {
        Response response = page.of(new ProblemException(ProblemKind.NOT_FOUND, code, "x"));
        assertEquals(404, response.getStatus());
        assertTrue(html(response).contains("<h1>No such invitation</h1>"));
    }

    @Test
    void thePageSubmitsNothingAndLoadsNothing() {
        String html = html(page.of(view("x")));
        assertFalse(html.matches("(?s).*<(?:form|script|img|iframe|link|object)\\b.*"), html);
        assertTrue(html.contains("noindex"), html);
    }
}
