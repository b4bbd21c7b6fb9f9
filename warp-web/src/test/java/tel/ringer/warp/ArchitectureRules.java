package tel.ringer.warp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hibernate.SharedSessionContract;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Gatekeeper;
import tel.ringer.warp.access.Mandates;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.audit.Refusals;
import tel.ringer.warp.database.DatabaseHealth;
import tel.ringer.warp.identity.Sessions;
import tel.ringer.warp.identity.SignIns;
import tel.ringer.warp.isolation.IsolationProbe;
import tel.ringer.warp.job.JobRuns;
import tel.ringer.warp.limit.RateLimits;
import tel.ringer.warp.time.DatabaseClock;

/** How WARP is built, as rules. Each is broken once on purpose by {@link ArchitectureRulesProvenTest}. */
final class ArchitectureRules {
    private static final String REST = "tel.ringer.warp..rest..";

    /** Use cases in which no row of a customer is read or written. Whoever adds one here says why. */
    private static final Set<Class<?>> WITHOUT_CUSTOMERS = Set.of(
            Mandates.class, // decides the scope of an absent account; binds one of its own
            Gatekeeper.class, // decides the scope; binds one of its own
            SignIns.class, // looks a person up before anybody is known; binds a scope of its own
            Sessions.class, // as their people
            Refusals.class, // writes events that concern no customer
            IsolationProbe.class, // asks what comes through without a scope
            JobRuns.class, // writes down that a job ran; what the job does is guarded by itself
            RateLimits.class, // counts attempts before anybody is known
            DatabaseHealth.class); // asks the catalogue of the database only

    private static final List<Class<? extends Annotation>> CALLED_BY_THE_CONTAINER = List.of(
            PostConstruct.class,
            PreDestroy.class,
            Schedule.class,
            Schedules.class,
            Timeout.class,
            Inject.class,
            AroundInvoke.class);

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().assignedFrom(new FeatureSlices()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("tel.ringer.warp.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FEATURES_BUILD_ON_THOSE_BELOW_ALONE = classes()
            .that()
            .resideOutsideOfPackage(REST)
            .should(new BuildOnFeaturesBelow())
            .because("dependencies run one way: a new one is a decision");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_HOW_THEY_ARE_REACHED = noClasses()
            .that()
            .resideOutsideOfPackage(REST)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REST);

    @ArchTest
    static final ArchRule HTTP_AND_TOKENS_STAY_IN_REST = noClasses()
            .that()
            .resideOutsideOfPackage(REST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "jakarta.servlet..",
                    "org.eclipse.microprofile.jwt..",
                    "org.eclipse.microprofile.auth..",
                    "com.nimbusds..");

    @ArchTest
    static final ArchRule ENTITY_MANAGERS_STAY_IN_REPOSITORIES = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .doNotBelongToAnyOf(ScopedTransaction.class, DatabaseClock.class)
            .should()
            .dependOnClassesThat(assignableTo(EntityManager.class).or(assignableTo(SharedSessionContract.class)));

    @ArchTest
    static final ArchRule REPOSITORIES_ARE_NOT_PUBLIC =
            classes().that().haveSimpleNameEndingWith("Repository").should().notBePublic();

    @ArchTest
    static final ArchRule PLAIN_JDBC_IS_FOR_MIGRATIONS = noClasses()
            .that()
            .resideOutsideOfPackage("tel.ringer.warp.database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("the scope of a transaction covers what the EntityManager does, nothing else");

    @ArchTest
    static final ArchRule ENTITIES_HAVE_NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule ENTITIES_DO_NOT_CROSS_THE_WIRE =
            methods().that(Endpoints.ARE_ENDPOINTS).should(Endpoints.takeAndReturnNoEntity());

    @ArchTest
    static final ArchRule WHAT_CROSSES_THE_WIRE_HOLDS_NO_ENTITY =
            classes().that().resideInAPackage(REST).should(Endpoints.holdNoEntity());

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("tel.ringer.warp.time")
            .should()
            .accessTargetWhere(describe("reads the time of this machine", ArchitectureRules::readsTheTime));

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Bean|Service)");

    @ArchTest
    static final ArchRule PACKAGES_ARE_FEATURES = noClasses()
            .should()
            .resideInAnyPackage(
                    "tel.ringer.warp..common..",
                    "tel.ringer.warp..service..",
                    "tel.ringer.warp..services..",
                    "tel.ringer.warp..util..",
                    "tel.ringer.warp..utils..");

    @ArchTest
    static final ArchRule RESOURCES_ARE_NAMED_SO =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule RESOURCES_ARE_IN_REST =
            classes().that().haveSimpleNameEndingWith("Resource").should().resideInAPackage(REST);

    @ArchTest
    static final ArchRule TIMERS_ARE_NAMED_SO = methods()
            .that()
            .areAnnotatedWith(Schedule.class)
            .or()
            .areAnnotatedWith(Schedules.class)
            .or()
            .areAnnotatedWith(Timeout.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Timer");

    @ArchTest
    static final ArchRule LOGGING_HAS_ONE_FACADE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("tel.ringer.warp.http.rest.LinesOfRequests") // ADR 35
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..",
                    "org.slf4j..",
                    "org.apache.commons.logging..",
                    "org.apache.logging..",
                    "org.jboss.logging..");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses().should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule USE_CASES_ARE_GUARDED = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .and(describe("may touch rows of customers", type -> !isAnyOf(type, WITHOUT_CUSTOMERS)))
            .should()
            .beAnnotatedWith(CustomerGuarded.class);

    @ArchTest
    static final ArchRule GUARDED_USE_CASES_TAKE_ONE_SCOPE = methods()
            .that()
            .arePublic()
            .and()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(CustomerGuarded.class)
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .should(Endpoints.satisfy(
                    "take one CustomerScope",
                    method -> method.getRawParameterTypes().stream()
                                    .filter(type -> type.isAssignableTo(CustomerScope.class))
                                    .count()
                            == 1));

    @ArchTest
    static final ArchRule USE_CASES_ARE_PUBLIC = methods()
            .that()
            .areDeclaredInClassesThat(describe(
                    "are EJBs", type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class)))
            .and(describe("can be called by other classes", ArchitectureRules::isOfferedToOthers))
            .should()
            .bePublic()
            .because("the container refuses to call any other");

    @ArchTest
    static final ArchRule ENDPOINTS_ARE_IN_THE_CATALOGUE =
            methods().that(Endpoints.ARE_ENDPOINTS).should(Endpoints.beOpenOrInTheCatalogue());

    @ArchTest
    static final ArchRule ONLY_KNOWN_ENDPOINTS_ARE_OPEN =
            methods().that(Endpoints.ARE_ENDPOINTS).should(Endpoints.beOpenOnlyAsListed());

    @ArchTest
    static final ArchRule ROWS_OF_CUSTOMERS_ARE_FILTERED =
            classes().that().areAnnotatedWith(Entity.class).should(new BeFilteredByTenant());

    private ArchitectureRules() {}

    private static boolean isAnyOf(JavaClass type, Set<Class<?>> classes) {
        return classes.stream().anyMatch(type::isEquivalentTo);
    }

    private static boolean isOfferedToOthers(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.PRIVATE)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && CALLED_BY_THE_CONTAINER.stream().noneMatch(method::isAnnotatedWith);
    }

    /** {@code now()} of java.time without a Clock, a Clock of one's own, and what is older than java.time. */
    private static boolean readsTheTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        if (owner.getPackageName().equals("java.time")) {
            boolean now = name.equals("now") && !takesAClock(access);
            return now || (owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick")));
        }
        return (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                || (owner.getName().equals("java.util.Date") && isConstructorWithoutArguments(access))
                || (owner.isAssignableTo("java.util.Calendar") && name.equals("getInstance"));
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isConstructorWithoutArguments(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.ConstructorCallTarget made
                && made.getRawParameterTypes().isEmpty();
    }

    /** Features with their rest packages; the problem documents and what holds for every request are one. */
    private static final class FeatureSlices implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (type.getPackageName().equals("tel.ringer.warp.problem.rest")) {
                return SliceIdentifier.of("http");
            }
            return Features.of(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }
}
