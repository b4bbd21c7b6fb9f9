package tel.ringer.warp.kit;

import java.util.UUID;

/** A user type of a test's own. */
public record TypeOfUser(UUID id, String name) {
    /** @param permissions each as "GET /v1/customers/*" */
    public static TypeOfUser permitting(String... permissions) {
        UUID id = UUID.randomUUID();
        TypeOfUser type = new TypeOfUser(id, "test-" + id);
        World.update(
                "insert into auth.user_types (id, name, display_name, description) values (?, ?, 'Test', 'For a test.')",
                id,
                type.name);
        for (String permission : permissions) {
            String[] parts = permission.split(" ", 2);
            World.update(
                    "insert into auth.user_type_permissions (user_type_id, http_method, resource_path) values (?, ?, ?)",
                    id,
                    parts[0],
                    parts[1]);
        }
        return type;
    }

    /** The permissions as they are stored, in order. */
    public String stored() {
        return World.query(
                "select coalesce(string_agg(http_method || ' ' || resource_path, ', ' order by resource_path, http_method), '')"
                        + " from auth.user_type_permissions where user_type_id = ?",
                id);
    }
}
