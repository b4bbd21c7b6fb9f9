package tel.ringer.warp.limit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.setting.Settings;

/** How large bodies may be, in bytes, as configured. */
@ApplicationScoped
class BodySizes implements Settings {
    private static final String BODY = "warp.http.largest-body";
    private static final String UPLOAD = "warp.http.largest-upload";

    @Inject
    @ConfigProperty(name = BODY)
    private long largestBody;

    @Inject
    @ConfigProperty(name = UPLOAD)
    private long largestUpload;

    @Override
    public void check() {
        requireRoom(BODY, largestBody);
        requireRoom(UPLOAD, largestUpload);
    }

    private static void requireRoom(String setting, long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(setting + ": at least 1, not " + bytes);
        }
    }

    long largestBody() {
        return largestBody;
    }

    long largestUpload() {
        return largestUpload;
    }
}
