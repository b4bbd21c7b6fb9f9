package tel.ringer.warp.keycloak;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;

/** Keycloak's page that asks who somebody is. */
record LoginForm(Page page) {
    private static final Pattern FORM = Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");

    /** Fills it in; the way back, or the form again. */
    Page signIn(Browser browser, String username) {
        Matcher form = FORM.matcher(page.answer().body());
        if (!form.find()) {
            throw new AssertionError(
                    "No login form: " + page + "\n" + page.answer().body());
        }
        URI action = URI.create(form.group(1).replace("&amp;", "&"));
        return browser.post(action, Map.of("username", username, "password", "password-of-" + username), Map.of());
    }
}
