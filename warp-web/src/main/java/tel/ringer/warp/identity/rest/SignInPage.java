package tel.ringer.warp.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tel.ringer.warp.page.rest.Pages;

/** Pages on the way to a provider. */
@ApplicationScoped
public class SignInPage {
    private static final Pages PAGES = new Pages(SignInPage.class);

    @Inject
    private Providers providers;

    /** Lets the person say where they have their account. */
    Response choice(ReturnPath returnTo, boolean anyAccount) {
        String query = "return_to=" + URLEncoder.encode(returnTo.value(), StandardCharsets.UTF_8)
                + (anyAccount ? "&select_account=true" : "");
        return PAGES.of(200, "choice.ftlh", Map.of("names", providers.names(), "query", query))
                .build();
    }

    /**
     * Leads on from a form. Not a redirect: browsers hold each redirect after a form, those between the provider's own
     * servers too, against the form-action of the page that the form was on.
     */
    public Response onward(SignInBeginning beginning) {
        return PAGES.of(
                        200,
                        "onward.ftlh",
                        Map.of(
                                "provider", beginning.provider().name(),
                                "address", beginning.address().toString()))
                .cookie(beginning.cookie())
                .build();
    }
}
