package tel.ringer.warp.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The name of a user type, for queries that show it beside what refers to it. */
@Entity
@Immutable
@Table(schema = "auth", name = "user_types")
class UserTypeName {
    @Id
    private UUID id;

    private String name;

    protected UserTypeName() {}

    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
