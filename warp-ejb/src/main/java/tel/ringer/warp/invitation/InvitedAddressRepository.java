package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds many invitations at once, within the scope of the transaction. */
@ApplicationScoped
class InvitedAddressRepository {
    @PersistenceContext
    private EntityManager entities;

    List<Invitation> find(Collection<UUID> ids) {
        return entities.createQuery("select i from Invitation i where i.id in :ids", Invitation.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
