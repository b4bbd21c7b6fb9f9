package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationActorTest {
    @ParameterizedTest
    @CsvSource({
        "CREATED, user:8f9c2d4e, PERSON",
        "CREATED, key:8f9c2d4e, API_KEY",
        "DECLINED, invitee, INVITEE",
        "ACCEPTED, user:8f9c2d4e, INVITEE",
        "SENT, job:mail-delivery, SYSTEM",
        "EXPIRED, job:invitation-expiry, SYSTEM",
        "EXPIRED, user:8f9c2d4e, SYSTEM"
    })
    void whatActedIsToldApart(String what, String actor, InvitationEvent.ActorKind kind) {
        assertEquals(kind, InvitationEvent.ActorKind.of(what, actor));
    }
}
