package tel.ringer.warp.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.problem.ProblemException;

/**
 * The user types, compiled once for each state of the database: every request reads the epoch that each change
 * advances, so no node decides by an outdated permission.
 */
@ApplicationScoped
public class UserTypes {
    @Inject
    private AccessRepository repository;

    private volatile @Nullable Snapshot snapshot;

    /** @throws ProblemException invalid, {@code unknown_user_type} */
    public UserType byName(String name) {
        return find(name)
                .orElseThrow(() -> ProblemException.invalid("unknown_user_type", "There is no such user type."));
    }

    public Optional<UserType> find(String name) {
        return current().values().stream()
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    /** The one that holds {@code *}; of several, the first by name. */
    public Optional<UserType> holdingEverything() {
        return current().values().stream()
                .filter(type -> type.permissions().coversEverything())
                .min(Comparator.comparing(UserType::name));
    }

    public Optional<UserType> find(UUID id) {
        return Optional.ofNullable(current().get(id));
    }

    /** Those of the ids that there are. */
    public List<UserType> findAll(Collection<UUID> ids) {
        Map<UUID, UserType> types = current();
        return ids.stream().flatMap(id -> Stream.ofNullable(types.get(id))).toList();
    }

    public Map<UUID, UserType> byId() {
        return current();
    }

    private Map<UUID, UserType> current() {
        return at(repository.epoch());
    }

    Map<UUID, UserType> at(String epoch) {
        Snapshot known = snapshot;
        if (known == null || !known.epoch.equals(epoch)) {
            // The rows may be newer than the epoch, never older: the next request then reads them again.
            known = new Snapshot(epoch, repository.userTypes());
            snapshot = known;
        }
        return known.types;
    }

    private record Snapshot(String epoch, Map<UUID, UserType> types) {}
}
