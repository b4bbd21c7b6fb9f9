package tel.ringer.warp.access;

import java.util.Optional;

/** A permission as the editor of user types shows it. */
public record CatalogueEntry(
        Permission permission,
        String category,
        String displayName,
        String description,
        int sortOrder,
        Optional<String> icon,
        boolean deprecated) {}
