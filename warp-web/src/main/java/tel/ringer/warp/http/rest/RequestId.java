package tel.ringer.warp.http.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** The name by which this request is found again in logs, problems and the audit. */
@RequestScoped
public class RequestId {
    private String value = UUID.randomUUID().toString();

    void accept(String fromCaller) {
        value = fromCaller;
    }

    public String value() {
        return value;
    }
}
