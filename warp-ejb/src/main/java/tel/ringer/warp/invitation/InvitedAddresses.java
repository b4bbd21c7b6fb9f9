package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserTypes;
import tel.ringer.warp.identity.EmailAddress;

/** Who was invited, for those who may know it and for those who may not. */
@ApplicationScoped
class InvitedAddresses {
    private static final String READING = "/v1/admin/invitations/" + new UUID(0, 0);

    @Inject
    private InvitedAddressRepository repository;

    @Inject
    private UserTypes userTypes;

    /** By invitation: whole if whoever reaches it in this scope may read the invitation too, else masked. */
    Map<UUID, String> shownTo(CustomerScope scope, Collection<UUID> invitations) {
        Function<EmailAddress, String> shown =
                mayReadInvitations(scope) ? EmailAddress::deliverable : EmailAddress::masked;
        Map<UUID, String> addresses = new HashMap<>();
        repository
                .find(invitations)
                .forEach(invitation -> addresses.put(invitation.id().value(), shown.apply(invitation.email())));
        return addresses;
    }

    /** Each user type by which the caller acts must permit it: which of them counts differs from customer to customer. */
    private boolean mayReadInvitations(CustomerScope scope) {
        return !(scope instanceof CustomerScope.Granted granted)
                || userTypes.findAll(granted.userTypes()).stream()
                        .allMatch(type -> type.permissions().permits("GET", READING));
    }
}
