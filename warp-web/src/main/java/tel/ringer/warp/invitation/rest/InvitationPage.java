package tel.ringer.warp.invitation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tel.ringer.warp.identity.rest.ProvenIdentity;
import tel.ringer.warp.identity.rest.Providers;
import tel.ringer.warp.invitation.InvitationView;
import tel.ringer.warp.page.rest.Pages;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.rest.ProblemDocument;

/** The pages behind an invitation's link: plain, accessible, without script. */
@ApplicationScoped
class InvitationPage {
    private static final DateTimeFormatter WITH_ZONE = DateTimeFormatter.ofPattern(
                    "EEEE, d MMMM yyyy 'at' HH:mm 'UTC'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final Pages PAGES = new Pages(InvitationPage.class);
    /** After these another sign-in can help. */
    private static final Set<String> OPEN =
            Set.of("identity_conflict", "invitation_sign_in_needed", "provider_unavailable");

    private Map<String, String> providers = Map.of();

    /** For proxies alone. */
    protected InvitationPage() {}

    @Inject
    InvitationPage(Providers providers) {
        this(providers.names());
    }

    /** @param providers what people call them, by id */
    InvitationPage(Map<String, String> providers) {
        this.providers = providers;
    }

    Response of(FollowedLink link, InvitationView view, Optional<ProvenIdentity> guest) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "path", link.path(),
                "providers", providers,
                "company", view.companyName(),
                "ban", view.ban(),
                "inviter", view.inviter(),
                "email", view.email().masked(),
                "userType", view.userType(),
                "allows", view.allows(),
                "role", view.role().name().toLowerCase(Locale.ROOT)));
        model.put("message", view.message().orElse(""));
        model.put("expiry", WITH_ZONE.format(view.expiresAt()));
        model.put("guest", guest.map(InvitationPage::shown).orElse(""));
        guest.ifPresent(known -> model.putAll(Map.of(
                "guestProvider",
                known.provider(),
                "formToken",
                known.formToken().getValue())));
        return PAGES.of(Response.Status.OK.getStatusCode(), "invitation.ftlh", model)
                .build();
    }

    Response of(Decision decision) {
        return PAGES.of(
                        Response.Status.OK.getStatusCode(),
                        "decided.ftlh",
                        Map.of(
                                "accepted", decision.accepted(),
                                "company", decision.company(),
                                "ban", decision.ban(),
                                "userType", decision.userType(),
                                "allows", decision.allows()))
                .build();
    }

    /** What was refused, and whether signing in with another account is worth a try. */
    Response of(FollowedLink link, ProblemException problem, Optional<ProvenIdentity> guest) {
        Object expected = problem.members().get("expected_email");
        if (expected != null && guest.isPresent()) {
            return PAGES.of(
                            ProblemDocument.status(problem.kind()),
                            "wrong-account.ftlh",
                            Map.of(
                                    "path",
                                    link.path(),
                                    "providers",
                                    providers,
                                    "expected",
                                    expected,
                                    "guest",
                                    shown(guest.get())))
                    .build();
        }
        return dead(
                problem,
                Map.of("path", link.path(), "providers", OPEN.contains(problem.code()) ? providers : Map.of()));
    }

    Response of(ProblemException problem) {
        return dead(problem, Map.of("path", "", "providers", Map.of()));
    }

    Response ofRenewalRequest() {
        return PAGES.of(Response.Status.ACCEPTED.getStatusCode(), "renewal-requested.ftlh", Map.of())
                .build();
    }

    private static Response dead(ProblemException problem, Map<String, ?> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("code", problem.code());
        model.put("detail", problem.detail());
        return PAGES.of(ProblemDocument.status(problem.kind()), "dead-link.ftlh", model)
                .build();
    }

    private static String shown(ProvenIdentity guest) {
        return guest.identity().email().written();
    }
}
