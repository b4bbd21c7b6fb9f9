package tel.ringer.warp.invitation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import tel.ringer.warp.invitation.InvitationView;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.rest.ProblemDocument;
import tel.ringer.warp.template.Templates;

/** The page that the link opens in a browser: plain, accessible, without script. */
@ApplicationScoped
class InvitationPage {
    private static final DateTimeFormatter WITH_ZONE = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM yyyy 'at' HH:mm 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Templates TEMPLATES = new Templates(InvitationPage.class);

    Response of(InvitationView view) {
        return html(
                Response.Status.OK.getStatusCode(),
                "invitation.ftlh",
                Map.ofEntries(
                        Map.entry("company", view.companyName()),
                        Map.entry("ban", view.ban()),
                        Map.entry("inviter", view.inviter()),
                        Map.entry("email", view.maskedEmail()),
                        Map.entry("userType", view.userType()),
                        Map.entry("allows", view.allows()),
                        Map.entry("role", view.role().name().toLowerCase(Locale.ROOT)),
                        Map.entry("message", view.message().orElse("")),
                        Map.entry("expiry", WITH_ZONE.format(view.expiresAt()))));
    }

    Response of(ProblemException problem) {
        return html(ProblemDocument.status(problem.kind()), "dead-link.ftlh", Map.of("code", problem.code()));
    }

    private static Response html(int status, String template, Map<String, ?> model) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(TEMPLATES.render(template, model))
                .build();
    }
}
