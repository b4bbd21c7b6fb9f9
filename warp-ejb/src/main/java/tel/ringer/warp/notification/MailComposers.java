package tel.ringer.warp.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Who composes which kind of mail. */
@ApplicationScoped
class MailComposers {
    @Inject
    @Any
    private Instance<MailComposer> composers;

    MailComposer of(MailKind kind) {
        return composers.stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody composes " + kind));
    }
}
