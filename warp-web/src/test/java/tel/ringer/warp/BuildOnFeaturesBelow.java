package tel.ringer.warp;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one direction in which features know each other, lowest first. */
final class BuildOnFeaturesBelow extends ArchCondition<JavaClass> {
    private static final Map<String, Set<String>> BELOW = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("template", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("setting", Set.of()),
            Map.entry("metrics", Set.of()),
            Map.entry("address", Set.of("setting")),
            Map.entry("database", Set.of("time")),
            Map.entry("limit", Set.of("database", "job", "setting", "time")),
            Map.entry("access", Set.of("problem")),
            Map.entry("isolation", Set.of("problem", "access", "database")),
            Map.entry("paging", Set.of("problem", "access")),
            Map.entry("audit", Set.of("problem", "access", "paging", "time")),
            Map.entry("job", Set.of("problem", "access", "audit", "time")),
            Map.entry("idempotency", Set.of("problem", "access", "job", "setting", "time")),
            Map.entry("usertype", Set.of("problem", "access", "audit", "idempotency", "time")),
            Map.entry(
                    "identity",
                    Set.of("problem", "access", "audit", "idempotency", "job", "paging", "setting", "time")),
            Map.entry(
                    "notification",
                    Set.of("problem", "access", "audit", "idempotency", "job", "metrics", "paging", "setting", "time")),
            Map.entry("customer", Set.of("problem", "access", "audit", "identity", "paging", "time")),
            Map.entry("privacy", Set.of("problem", "access", "audit", "identity", "job", "time")),
            Map.entry("dashboard", Set.of("access", "customer", "database")),
            Map.entry(
                    "apikey",
                    Set.of(
                            "problem",
                            "access",
                            "audit",
                            "customer",
                            "idempotency",
                            "identity",
                            "paging",
                            "setting",
                            "time")),
            Map.entry(
                    "note",
                    Set.of("problem", "access", "audit", "customer", "idempotency", "identity", "paging", "time")),
            Map.entry(
                    "member",
                    Set.of("problem", "access", "audit", "customer", "idempotency", "identity", "paging", "time")));
    private static final Set<String> EACH = BELOW.keySet();
    private static final Set<String> ABOVE_ALL =
            Stream.concat(EACH.stream(), Stream.of("invitation")).collect(Collectors.toUnmodifiableSet());

    BuildOnFeaturesBelow() {
        super("build on the features below alone");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Optional<String> feature = Features.of(type);
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            Optional<String> target = Features.of(dependency.getTargetClass());
            if (target.isPresent() && !target.equals(feature) && !below(feature).contains(target.get())) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private static Set<String> below(Optional<String> feature) {
        if (feature.filter("invitation"::equals).isPresent()) {
            return EACH;
        }
        if (feature.filter("onboarding"::equals).isPresent()) {
            return ABOVE_ALL;
        }
        return feature.map(name -> BELOW.getOrDefault(name, Set.of())).orElse(Set.of());
    }
}
