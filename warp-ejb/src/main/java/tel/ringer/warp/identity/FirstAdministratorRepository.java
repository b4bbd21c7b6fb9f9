package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import tel.ringer.warp.access.UserId;

/** The one row that tells that somebody has held everything before. */
@ApplicationScoped
class FirstAdministratorRepository {
    @PersistenceContext
    private EntityManager entities;

    /** False also before a job has migrated: then nobody is asked for yet. */
    boolean isAwaited() {
        return isThere("select to_regclass('auth.first_administrator') is not null")
                && isThere("select not exists (select 1 from auth.first_administrator)");
    }

    private boolean isThere(String question) {
        return (boolean) entities.createNativeQuery(question, Boolean.class).getSingleResult();
    }

    /** @return false if somebody was first, on whichever node; waits for one who is just being appointed */
    boolean claim(UserId user) {
        return entities.createNativeQuery(
                                "insert into auth.first_administrator (user_id) values (:user) on conflict do nothing")
                        .setParameter("user", user.value())
                        .executeUpdate()
                == 1;
    }
}
