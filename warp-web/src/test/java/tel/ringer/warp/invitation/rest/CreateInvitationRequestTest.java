package tel.ringer.warp.invitation.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.invitation.NewInvitation;
import tel.ringer.warp.invitation.PersonalMessage;
import tel.ringer.warp.problem.ProblemException;

class CreateInvitationRequestTest {
    private static CreateInvitationRequest request(String email, @Nullable String message, @Nullable Integer days) {
        return new CreateInvitationRequest(email, "viewer", MembershipRole.USER, message, days);
    }

    @Test
    void aRequestIsReadAsWhatTheInviterWants() {
        NewInvitation wanted =
                request(" Jane@Example.com ", "Hi https://evil.example", 3).toInvitation();
        assertEquals("jane@example.com", wanted.email().normalised());
        assertEquals(Optional.of(new PersonalMessage("Hi")), wanted.message());
        assertEquals(OptionalInt.of(3), wanted.validForDays());
    }

    @Test
    void whatIsLeftOutIsEmpty() {
        NewInvitation wanted = request("jane@example.com", null, null).toInvitation();
        assertEquals(Optional.empty(), wanted.message());
        assertEquals(OptionalInt.empty(), wanted.validForDays());
    }

    @Test
    void noAddressNoInvitation() {
        assertThrows(ProblemException.class, () -> request("jane@localhost", null, null)
                .toInvitation());
    }

    @Test
    void whoAcceptsDoesNotPrintTheirProof() {
        assertFalse(new InvitationDecisionRequest("s3cret").toString().contains("s3cret"));
    }
}
