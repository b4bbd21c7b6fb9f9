package tel.ringer.warp;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tel.ringer.warp.broken.clock.Calendars;
import tel.ringer.warp.broken.clock.Diary;
import tel.ringer.warp.broken.clock.OwnClock;
import tel.ringer.warp.broken.clock.Reference;
import tel.ringer.warp.broken.clock.Stopwatch;
import tel.ringer.warp.broken.clock.Sundial;
import tel.ringer.warp.broken.cycle.one.First;
import tel.ringer.warp.broken.cycle.two.Second;
import tel.ringer.warp.broken.entity.Thing;
import tel.ringer.warp.broken.guard.Hidden;
import tel.ringer.warp.broken.guard.Scopeless;
import tel.ringer.warp.broken.guard.Unguarded;
import tel.ringer.warp.broken.http.StatusPage;
import tel.ringer.warp.broken.jdbc.Shortcut;
import tel.ringer.warp.broken.logging.Journal;
import tel.ringer.warp.broken.logging.Shout;
import tel.ringer.warp.broken.logging.Trace;
import tel.ringer.warp.broken.names.Alarm;
import tel.ringer.warp.broken.names.OrderManager;
import tel.ringer.warp.broken.names.OrderResource;
import tel.ringer.warp.broken.names.common.Anything;
import tel.ringer.warp.broken.orm.SessionShelf;
import tel.ringer.warp.broken.orm.Shelf;
import tel.ringer.warp.broken.orm.ShelfRepository;
import tel.ringer.warp.broken.reach.orders.Orders;
import tel.ringer.warp.broken.reach.orders.rest.OrderResponse;
import tel.ringer.warp.broken.upward.access.Door;
import tel.ringer.warp.broken.upward.invitation.Guest;
import tel.ringer.warp.broken.wire.rest.ThingResponse;
import tel.ringer.warp.broken.wire.rest.ThingsResource;

/** A rule that nothing can break proves nothing: each is shown classes that are wrong on purpose. */
class ArchitectureRulesProvenTest {
    /** By the name of the rule: the classes of which the first is at fault. */
    private static final Map<String, List<List<Class<?>>>> BREAKERS = Map.ofEntries(
            entry("FEATURES_HAVE_NO_CYCLES", List.of(List.of(First.class, Second.class))),
            entry("PACKAGES_HAVE_NO_CYCLES", List.of(List.of(First.class, Second.class))),
            entry("FEATURES_BUILD_ON_THOSE_BELOW_ALONE", List.of(List.of(Door.class, Guest.class))),
            entry("FEATURES_DO_NOT_KNOW_HOW_THEY_ARE_REACHED", List.of(List.of(Orders.class, OrderResponse.class))),
            entry("HTTP_AND_TOKENS_STAY_IN_REST", List.of(List.of(StatusPage.class))),
            entry("ENTITY_MANAGERS_STAY_IN_REPOSITORIES", List.of(List.of(Shelf.class), List.of(SessionShelf.class))),
            entry("REPOSITORIES_ARE_NOT_PUBLIC", List.of(List.of(ShelfRepository.class))),
            entry("PLAIN_JDBC_IS_FOR_MIGRATIONS", List.of(List.of(Shortcut.class))),
            entry("ENTITIES_HAVE_NO_SETTERS", List.of(List.of(Thing.class))),
            entry("ENTITIES_DO_NOT_CROSS_THE_WIRE", List.of(List.of(ThingsResource.class, Thing.class))),
            entry("WHAT_CROSSES_THE_WIRE_HOLDS_NO_ENTITY", List.of(List.of(ThingResponse.class, Thing.class))),
            entry(
                    "TIME_COMES_FROM_A_CLOCK",
                    List.of(
                            List.of(Sundial.class),
                            List.of(Calendars.class),
                            List.of(Stopwatch.class),
                            List.of(Diary.class),
                            List.of(Reference.class),
                            List.of(OwnClock.class))),
            entry("NAMES_SAY_SOMETHING", List.of(List.of(OrderManager.class))),
            entry("PACKAGES_ARE_FEATURES", List.of(List.of(Anything.class))),
            entry("RESOURCES_ARE_NAMED_SO", List.of(List.of(tel.ringer.warp.broken.names.rest.Orders.class))),
            entry("RESOURCES_ARE_IN_REST", List.of(List.of(OrderResource.class))),
            entry("TIMERS_ARE_NAMED_SO", List.of(List.of(Alarm.class))),
            entry("LOGGING_HAS_ONE_FACADE", List.of(List.of(Journal.class))),
            entry("NOTHING_IS_PRINTED", List.of(List.of(Shout.class), List.of(Trace.class))),
            entry("USE_CASES_ARE_GUARDED", List.of(List.of(Unguarded.class))),
            entry("GUARDED_USE_CASES_TAKE_ONE_SCOPE", List.of(List.of(Scopeless.class))),
            entry("USE_CASES_ARE_PUBLIC", List.of(List.of(Hidden.class))),
            entry("ENDPOINTS_ARE_IN_THE_CATALOGUE", List.of(List.of(ThingsResource.class))),
            entry("ONLY_KNOWN_ENDPOINTS_ARE_OPEN", List.of(List.of(ThingsResource.class))),
            entry("ROWS_OF_CUSTOMERS_ARE_FILTERED", List.of(List.of(Thing.class))));

    static Stream<Arguments> breakers() {
        return BREAKERS.entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(rule -> rule.getValue().stream()
                .map(broken -> Arguments.of(rule.getKey(), broken)));
    }

    @ParameterizedTest(name = "{0} is broken by {1}")
    @MethodSource("breakers")
    void aRuleSeesWhatBreaksIt(String name, List<Class<?>> broken) throws ReflectiveOperationException {
        ArchRule rule = (ArchRule) Objects.requireNonNull(
                ArchitectureRules.class.getDeclaredField(name).get(null));
        EvaluationResult result = rule.evaluate(new ClassFileImporter().importClasses(broken));
        assertTrue(result.hasViolation());
        String report = String.join("\n", result.getFailureReport().getDetails());
        assertTrue(report.contains(broken.get(0).getName()), report);
    }

    @Test
    void eachRuleIsProven() {
        Set<String> rules = Arrays.stream(ArchitectureRules.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(Field::getName)
                .collect(Collectors.toSet());
        assertEquals(rules, BREAKERS.keySet());
    }
}
