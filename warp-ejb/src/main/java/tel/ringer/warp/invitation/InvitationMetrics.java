package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Tag;
import tel.ringer.warp.metrics.ServerMetrics;

/** Counts transitions once they are committed, by what happened and by nothing that tells to whom. */
@ApplicationScoped
class InvitationMetrics {
    static final Metadata TRANSITIONS = Metadata.builder()
            .withName("warp_invitations")
            .withDescription("What happened to invitations.")
            .build();

    @Inject
    private ServerMetrics metrics;

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationHappened transition) {
        metrics.ifOn(registry -> registry.counter(TRANSITIONS, new Tag("transition", transition.what()))
                .inc());
    }
}
