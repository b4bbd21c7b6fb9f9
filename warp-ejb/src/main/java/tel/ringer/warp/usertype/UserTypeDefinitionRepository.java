package tel.ringer.warp.usertype;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import tel.ringer.warp.problem.ProblemException;

/** Reads and writes user types. What is written is with the database when a method returns. */
@ApplicationScoped
class UserTypeDefinitionRepository {
    /** SQLSTATE of a foreign key's refusal. */
    private static final String STILL_REFERENCED = "23503";

    @PersistenceContext
    private EntityManager entities;

    Optional<UserTypeDefinition> find(UserTypeId id) {
        return Optional.ofNullable(entities.find(UserTypeDefinition.class, id.value()));
    }

    /** The row alone to its transaction until the end: neither given to anybody nor changed meanwhile. */
    Optional<UserTypeDefinition> lock(UserTypeId id) {
        return Optional.ofNullable(entities.find(UserTypeDefinition.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** @throws ProblemException conflict, {@code user_type_exists} */
    void add(UserTypeDefinition type) {
        entities.persist(type);
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            if ("user_types_name_unique".equals(e.getConstraintName())) {
                throw ProblemException.conflict("user_type_exists", "There is a user type of this name.");
            }
            throw e;
        }
    }

    void save() {
        entities.flush();
    }

    /**
     * The foreign keys decide, not a look before: they see what others have not committed yet.
     *
     * @throws ProblemException conflict, {@code user_type_in_use}
     */
    void remove(UserTypeDefinition type) {
        entities.remove(type);
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            if (STILL_REFERENCED.equals(e.getSQLState())) {
                throw ProblemException.conflict(
                        "user_type_in_use", "Somebody holds this user type, or an invitation names it.");
            }
            throw e;
        }
    }
}
