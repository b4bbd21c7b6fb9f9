package tel.ringer.warp.kit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a browser shows. */
public record Page(URI address, Answer answer) {
    private static final Pattern NEXT = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h1>(.*?)</h1>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    public int status() {
        return answer.status();
    }

    public String heading() {
        Matcher heading = HEADING.matcher(answer.body());
        return heading.find() ? heading.group(1) : "";
    }

    public boolean shows(String text) {
        return answer.body().contains(text);
    }

    /** Where the browser goes by itself. */
    public Optional<URI> next() {
        if (status() >= 300 && status() < 400) {
            return Optional.of(address.resolve(answer.header("Location")));
        }
        Matcher next = NEXT.matcher(answer.body());
        return next.find() ? Optional.of(address.resolve(next.group(1).replace("&amp;", "&"))) : Optional.empty();
    }

    /** The Set-Cookie header of that cookie. */
    public String setCookie(String name) {
        return cookies()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElse("");
    }

    private Stream<String> cookies() {
        List<String> all = answer.response().headers().allValues("Set-Cookie");
        return all.stream();
    }

    /** The whole action of the form whose action ends so; a form without one goes to the page's own address. */
    String action(String end) {
        return form(end).group(1) == null ? address.toString() : form(end).group(1);
    }

    public Map<String, String> hiddenFields(String action) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form(action).group());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        return fields;
    }

    private Matcher form(String end) {
        Matcher form = Pattern.compile(
                        "(?s)<form method=\"post\"(?: action=\"([^\"]*" + Pattern.quote(end) + ")\")?>.*?</form>")
                .matcher(answer.body());
        if (!form.find()) {
            throw new IllegalStateException("No form " + end + " in " + answer.body());
        }
        return form;
    }
}
