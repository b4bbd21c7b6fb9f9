package tel.ringer.warp.http.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** snake_case, both ways; no number is rounded on the way in. */
@Provider
public class JsonConfiguration implements ContextResolver<Jsonb> {
    static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            .withDeserializers(new WholeNumber()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSON;
    }
}
