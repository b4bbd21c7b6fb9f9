package tel.ringer.warp.attack;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tel.ringer.warp.kit.World;

/** A user type of a test's own. It belongs to the platform; that somebody holds it is a matter of the customer. */
record CustomType(UUID id, String name) {
    /** One that holds what no caller of the attack holds, so that none of them can give it. */
    static CustomType create() {
        UUID id = UUID.randomUUID();
        CustomType type = new CustomType(id, "T" + id.toString().replace("-", ""));
        World.update(
                "insert into auth.user_types (id, name, display_name, description) values (?, ?, ?, ?)",
                id,
                type.name,
                "Display " + type.name,
                "Description " + type.name);
        for (String path : List.of("/v1/customers", "/of/" + type.name + "/*")) {
            World.update(
                    "insert into auth.user_type_permissions (user_type_id, http_method, resource_path) values (?, 'GET', ?)",
                    id,
                    path);
        }
        return type;
    }

    Ids ids() {
        return new Ids(Map.of(
                "userTypeId", List.of(id.toString()), "userType", List.of(name), Ids.NEW_USER_TYPE, List.of(name)));
    }
}
