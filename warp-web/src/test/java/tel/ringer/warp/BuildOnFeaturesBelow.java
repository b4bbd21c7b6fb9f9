package tel.ringer.warp;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one direction in which features know each other, lowest first. */
final class BuildOnFeaturesBelow extends ArchCondition<JavaClass> {
    private static final Map<String, Set<String>> BELOW = Map.of(
            "problem", Set.of(),
            "template", Set.of(),
            "time", Set.of(),
            "database", Set.of(),
            "access", Set.of("problem"),
            "audit", Set.of("access"),
            "paging", Set.of("problem", "access"),
            "identity", Set.of("problem", "access", "audit", "time"),
            "notification", Set.of("access", "time"),
            "customer", Set.of("problem", "access", "paging"));
    private static final Set<String> EACH = BELOW.keySet();

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
        return feature.map(name -> BELOW.getOrDefault(name, Set.of())).orElse(Set.of());
    }
}
