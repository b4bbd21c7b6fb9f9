package tel.ringer.warp.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.PlainTextOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Templates beside a class. In {@code .ftlh} every value is escaped for HTML; a missing value is an error. */
public final class Templates {
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    /** @param neighbours in whose packages templates are looked for, one after the other */
    public Templates(Class<?>... neighbours) {
        configuration.setTemplateLoader(new MultiTemplateLoader(Stream.of(neighbours)
                .map(neighbour -> new ClassTemplateLoader(neighbour, ""))
                .toArray(TemplateLoader[]::new)));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.US);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
    }

    /** @param name file name; {@code .ftlh} for HTML, {@code .ftl} for plain text */
    public String render(String name, Map<String, ?> model) {
        return render(name, Locale.US, model);
    }

    /** @param locale whose language's template is taken, "name_es.ftl" for "name.ftl", if there is one */
    public String render(String name, Locale locale, Map<String, ?> model) {
        StringWriter out = new StringWriter();
        try {
            configuration.getTemplate(name, locale).process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("Template " + name + " does not fit its model", e);
        }
        return out.toString();
    }
}
