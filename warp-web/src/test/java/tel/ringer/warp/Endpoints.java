package tel.ringer.warp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tel.ringer.warp.access.rest.Public;
import tel.ringer.warp.access.rest.SignedIn;

/** What is asked of the methods that answer requests. */
final class Endpoints {
    /** Open to anybody. A line here is a decision. */
    private static final Set<String> PUBLIC = Set.of(
            "AuthResource.exchange",
            "RefreshResource.refresh",
            "LogoutResource.logout",
            "JwksResource.keys",
            "InvitationLinkResource.view",
            "InvitationLinkResource.viewPage",
            "InvitationLinkResource.accept",
            "InvitationLinkResource.decline",
            "InvitationLinkResource.requestRenewal",
            "InvitationFormsResource.signIn",
            "InvitationFormsResource.acceptForm",
            "InvitationFormsResource.declineForm",
            "NeverAgainResource.ask",
            "NeverAgainResource.say",
            "SendGridResource.report",
            "DeliveryStatusResource.report",
            "SignInResource.login",
            "SignInResource.callback");
    /** Open to whoever is signed in. A line here is a decision. */
    private static final Set<String> SIGNED_IN = Set.of(
            "SessionsResource.list",
            "SessionsResource.endAll",
            "SessionsResource.end",
            "OwnPersonalDataResource.export",
            "AuthResource.validate",
            "DashboardResource.stats",
            "DashboardResource.own",
            "ProfileResource.get",
            "ProfileResource.change",
            "GatekeeperResource.checkAccess",
            "GatekeeperResource.checkAccessBatch",
            "GatekeeperResource.myPermissions");

    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, HEAD.class, POST.class, PUT.class, PATCH.class, DELETE.class, OPTIONS.class);

    static final DescribedPredicate<JavaMethod> ARE_ENDPOINTS =
            describe("are endpoints", method -> verb(method).isPresent());

    private Endpoints() {}

    static ArchCondition<JavaMethod> beOpenOrInTheCatalogue() {
        return satisfy(
                "be @Public, @SignedIn or in the catalogue of permissions",
                method -> method.isAnnotatedWith(Public.class)
                        || method.isAnnotatedWith(SignedIn.class)
                        || Changes.catalogue().contains(route(method)));
    }

    static ArchCondition<JavaMethod> beOpenOnlyAsListed() {
        return satisfy(
                "be @Public or @SignedIn only as listed here",
                method -> method.isAnnotatedWith(Public.class) == PUBLIC.contains(name(method))
                        && method.isAnnotatedWith(SignedIn.class) == SIGNED_IN.contains(name(method)));
    }

    static ArchCondition<JavaMethod> takeAndReturnNoEntity() {
        return satisfy("take and return no entity", method -> Stream.concat(
                        method.getParameterTypes().stream(), Stream.of(method.getReturnType()))
                .noneMatch(Endpoints::involvesAnEntity));
    }

    static ArchCondition<JavaClass> holdNoEntity() {
        return new ArchCondition<>("hold no entity") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> involvesAnEntity(field.getType()))
                        .map(JavaField::getDescription)
                        .forEach(field -> events.add(SimpleConditionEvent.violated(type, field + " is an entity")));
            }
        };
    }

    static ArchCondition<JavaMethod> satisfy(String description, Predicate<JavaMethod> condition) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!condition.test(method)) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getDescription() + " does not " + description));
                }
            }
        };
    }

    private static boolean involvesAnEntity(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(raw -> raw.isAnnotatedWith(Entity.class));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static Optional<String> verb(JavaMethod method) {
        return Stream.concat(
                        VERBS.stream().filter(method::isAnnotatedWith).map(Class::getSimpleName),
                        method.isMetaAnnotatedWith(HttpMethod.class) ? Stream.of("?") : Stream.empty())
                .findFirst();
    }

    /** The verb and the path with a {@code *} for each parameter, as in the catalogue. */
    private static String route(JavaMethod method) {
        String path = Stream.of(path(method.getOwner().getAnnotations()), path(method.getAnnotations()))
                .flatMap(part -> Stream.of(part.split("/", -1)))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.contains("{") ? "*" : segment)
                .collect(Collectors.joining("/", "/", ""));
        return verb(method).orElseThrow() + " " + path;
    }

    private static String path(Set<? extends JavaAnnotation<?>> annotations) {
        return annotations.stream()
                .filter(annotation -> annotation.getRawType().isEquivalentTo(Path.class))
                .map(annotation -> annotation.as(Path.class).value())
                .findFirst()
                .orElse("");
    }
}
