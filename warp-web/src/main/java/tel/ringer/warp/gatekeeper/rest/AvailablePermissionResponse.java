package tel.ringer.warp.gatekeeper.rest;

import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CatalogueEntry;

/** A permission as the editor of user types shows it. */
public record AvailablePermissionResponse(
        String method,
        String path,
        String category,
        String displayName,
        String description,
        int sortOrder,
        @Nullable String icon,
        boolean deprecated) {
    static AvailablePermissionResponse of(CatalogueEntry entry) {
        return new AvailablePermissionResponse(
                entry.permission().method(),
                entry.permission().path(),
                entry.category(),
                entry.displayName(),
                entry.description(),
                entry.sortOrder(),
                entry.icon().orElse(null),
                entry.deprecated());
    }
}
