package tel.ringer.warp.usertype;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.UserType;

/** A user type as its authors write it. A change of its permissions is a change of its version too. */
@Entity
@Table(schema = "auth", name = "user_types")
class UserTypeDefinition {
    @Id
    private UUID id;

    private String name;

    @Column(name = "display_name")
    private String displayName;

    private String description;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(schema = "auth", name = "user_type_permissions", joinColumns = @JoinColumn(name = "user_type_id"))
    private Set<PermissionRow> permissions = new HashSet<>();

    @Version
    private long version;

    protected UserTypeDefinition() {}

    static UserTypeDefinition of(NewUserType wanted, Instant now) {
        UserTypeDefinition type = new UserTypeDefinition();
        type.id = UUID.randomUUID();
        type.name = wanted.name();
        type.displayName = wanted.displayName();
        type.description = wanted.description();
        type.createdAt = now;
        type.permit(wanted.permissions());
        return type;
    }

    /** What is empty stays as it is. */
    void describe(Optional<String> newDisplayName, Optional<String> newDescription) {
        newDisplayName.ifPresent(text -> displayName = text);
        newDescription.ifPresent(text -> description = text);
    }

    /** These from now on, and no others. */
    void permit(Set<Permission> wanted) {
        Set<PermissionRow> rows = wanted.stream().map(PermissionRow::of).collect(Collectors.toSet());
        permissions.retainAll(rows);
        permissions.addAll(rows);
    }

    UUID id() {
        return id;
    }

    UserTypeDetails details() {
        return new UserTypeDetails(toUserType(), version);
    }

    long revision() {
        return version;
    }

    UserType toUserType() {
        return new UserType(
                id,
                name,
                displayName,
                description,
                new PermissionSet(
                        permissions.stream().map(PermissionRow::permission).toList()));
    }
}
