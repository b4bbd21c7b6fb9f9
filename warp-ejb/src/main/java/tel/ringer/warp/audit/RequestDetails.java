package tel.ringer.warp.audit;

import jakarta.enterprise.context.RequestScoped;

/** Where the running request came from; stays blank in a timer. */
@RequestScoped
public class RequestDetails {
    private String requestId = "";
    private String address = "";

    public void arrived(String id, String fromAddress) {
        requestId = id;
        address = fromAddress;
    }

    public String requestId() {
        return requestId;
    }

    public String address() {
        return address;
    }
}
