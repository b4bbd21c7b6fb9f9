package tel.ringer.warp.invitation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tel.ringer.warp.audit.RecordedEvent;

/**
 * One step in the life of an invitation, as those who manage it see it.
 *
 * @param what happened: CREATED, SENT, DELIVERY_FAILED, RESENT, OPENED, ACCEPTED, ...
 * @param byName what who did it was called then; empty for who is not named to those who manage invitations
 * @param reason why, as somebody wrote it or the mail relay told it
 */
public record InvitationEvent(Instant at, String what, ActorKind by, Optional<String> byName, Optional<String> reason) {
    static final String PREFIX = "invitation.";

    /** What did it. */
    public enum ActorKind {
        PERSON,
        API_KEY,
        INVITEE,
        SYSTEM;

        static ActorKind of(String what, String actor) {
            return switch (what) {
                case "ACCEPTED" -> INVITEE;
                case "EXPIRED" -> SYSTEM;
                default -> of(actor);
            };
        }

        private static ActorKind of(String actor) {
            return switch (actor.replaceFirst(":.*", "")) {
                case "user" -> PERSON;
                case "key" -> API_KEY;
                case "invitee" -> INVITEE;
                default -> SYSTEM;
            };
        }
    }

    static InvitationEvent of(RecordedEvent event) {
        String what = event.action().substring(PREFIX.length()).toUpperCase(Locale.ROOT);
        return new InvitationEvent(
                event.occurredAt(),
                what,
                ActorKind.of(what, event.actor()),
                event.detail(InvitationAudit.BY_NAME),
                event.detail("reason"));
    }
}
