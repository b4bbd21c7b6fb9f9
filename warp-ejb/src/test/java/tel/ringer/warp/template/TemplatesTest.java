package tel.ringer.warp.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Templates TEMPLATES = new Templates(TemplatesTest.class);
    private static final Map<String, String> MODEL = Map.of("text", "<script>alert(\"1\" & '2')</script>");

    @Test
    void inHtmlEveryValueIsEscaped() {
        assertEquals(
                "<p title=\"&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;\">"
                        + "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</p>",
                TEMPLATES.render("probe.ftlh", MODEL).strip());
    }

    @Test
    void inPlainTextNoValueIsEscaped() {
        assertEquals(
                "<script>alert(\"1\" & '2')</script>",
                TEMPLATES.render("probe.ftl", MODEL).strip());
    }

    @Test
    void aMissingValueIsAnError() {
        assertThrows(IllegalStateException.class, () -> TEMPLATES.render("probe.ftlh", Map.of()));
    }

    @Test
    void aMissingTemplateIsAnError() {
        assertThrows(UncheckedIOException.class, () -> TEMPLATES.render("none.ftlh", MODEL));
    }

    @Test
    void aValueIsNoTemplate() {
        String value = "${1 + 1} <#list 1..3 as i>x</#list>";
        assertEquals(value, TEMPLATES.render("probe.ftl", Map.of("text", value)).strip());
    }
}
