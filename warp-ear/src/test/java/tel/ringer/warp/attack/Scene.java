package tel.ringer.warp.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tel.ringer.warp.kit.Route;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

/** Own companies and foreign ones, and callers of each kind between them: built once, attacked many times. */
public final class Scene {
    private final List<Territory> all = Territory.settleEach(List.of(1, 1, 1, 2));
    private final Territory own = all.get(0);
    private final Territory managed = all.get(1);
    private final Territory seen = all.get(2);
    private final Territory foreign = all.get(3);
    private final Cast cast = new Cast(
            own.companies().get(0), managed.companies().get(0), seen.companies().get(0), foreign.administrator());
    private final Ids nothing = foreign.ids()
            .ofNothing(new Random())
            .replacing(CustomType.create().ids().values());
    private final Map<Territory, Set<String>> marks = marks();

    /** @throws IllegalStateException if the foreign customers have no row in some table: nothing would be proven of it */
    public Scene() {
        List<String> empty = holdings(foreign).emptyTables();
        if (!empty.isEmpty()) {
            throw new IllegalStateException("The foreign customers have no rows in " + empty);
        }
    }

    /** What is found in the rows of each and nowhere else; without the addresses that attackers may use. */
    private Map<Territory, Set<String>> marks() {
        Map<Territory, Set<String>> values = all.stream()
                .collect(Collectors.toMap(each -> each, each -> holdings(each).values()));
        Set<String> usable = all.stream()
                .flatMap(each -> each.baits().stream())
                .map(Person::email)
                .collect(Collectors.toSet());
        Map<Territory, Set<String>> marks = new HashMap<>();
        for (Territory territory : all) {
            Set<String> only = new HashSet<>(Objects.requireNonNull(values.get(territory)));
            only.removeAll(usable);
            all.stream()
                    .filter(other -> !other.equals(territory))
                    .forEach(other -> only.removeAll(Objects.requireNonNull(values.get(other))));
            marks.put(territory, only);
        }
        return marks;
    }

    /** The person of two customers comes and goes: their sessions are no customer's. */
    private Holdings holdings(Territory territory) {
        return Holdings.of(territory.customers(), cast.ofTwo.id());
    }

    private ForeignBytes marksOf(List<Territory> territories) {
        return new ForeignBytes(territories.stream()
                .flatMap(each -> Objects.requireNonNull(marks.get(each)).stream())
                .collect(Collectors.toSet()));
    }

    /**
     * Attacks, and looks at the foreign rows before and after.
     *
     * @param firstWall whether it stands: without it, whoever belongs to a customer may do anything there
     * @param allWalls whether no server error is excused
     */
    public Outcome attack(String walls, List<Route> routes, boolean firstWall, boolean allWalls, long seed, int count) {
        List<Territory> untouchable = firstWall ? List.of(foreign, seen) : List.of(foreign);
        List<Holdings> before = untouchable.stream().map(this::holdings).toList();
        Campaign campaign =
                new Campaign(callers(firstWall), new Oracle(allWalls), new Attempts(routes).deal(seed, count));
        long start = System.nanoTime();
        campaign.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return campaign.outcome(
                walls,
                seed,
                seconds,
                before.stream().flatMap(each -> each.changes().stream()).toList());
    }

    /** What each caller is told of how many rows there are, in each collection. */
    public SortedMap<String, Long> totals() {
        List.of(own, managed).forEach(Territory::awaitDelivery);
        return new Totals(Routes.all()).toldTo(callers(true));
    }

    /** More of everything that is foreign to all callers. */
    public void addForeignRows() {
        Territory.settle(1);
        foreign.prosper();
    }

    private List<Caller> callers(boolean firstWall) {
        ForeignBytes everything = marksOf(all);
        ForeignBytes notOwn = marksOf(List.of(managed, seen, foreign));
        Ids ids = ids(own);
        List<Caller.Target> targets = List.of(new Caller.Target(foreign.ids(), Optional.of(nothing)));
        UUID customer = foreign.customers().get(0);
        return List.of(
                new Caller(CallerKind.NOBODY, List.of(), "", ids, targets, everything),
                signedIn(CallerKind.STAFF_WITHOUT_GRANTS, cast.staff, ids, targets, everything),
                signedIn(CallerKind.SCOPED_ADMIN, cast.scopedAdmin, ids, targets, notOwn),
                signedIn(CallerKind.CUSTOMER_ADMIN, cast.customerAdmin, ids, targets, notOwn),
                signedIn(CallerKind.VIEWER, cast.viewer, ids, targets, notOwn),
                ofTwo(firstWall, targets),
                new Caller(CallerKind.API_KEY, List.of(cast.apiKey()), cast.apiKey(), ids, targets, notOwn),
                new Caller(CallerKind.DEACTIVATED, cast.tokensOfTheDeactivated(), "x", ids, targets, everything),
                new Caller(CallerKind.FORGED_TOKEN, cast.unsignedTokens(), "x", ids, targets, everything),
                new Caller(CallerKind.FORGED_CLAIMS, cast.overstatedTokens(customer), "x", ids, targets, notOwn));
    }

    private static Caller signedIn(
            CallerKind kind, Person person, Ids own, List<Caller.Target> targets, ForeignBytes forbidden) {
        return new Caller(kind, List.of(Cast.token(person)), Cast.token(World.person()), own, targets, forbidden);
    }

    /** Where this person only looks, what administrators do is as much out of reach as a foreign customer. */
    private Caller ofTwo(boolean firstWall, List<Caller.Target> foreignOnly) {
        if (!firstWall) {
            return signedIn(
                    CallerKind.OF_TWO_CUSTOMERS, cast.ofTwo, ids(managed), foreignOnly, marksOf(List.of(own, foreign)));
        }
        Set<String> forbidden = new HashSet<>(Objects.requireNonNull(marks.get(seen)));
        TenantTables.SEEN_BY_VIEWERS.forEach(
                table -> forbidden.removeAll(holdings(seen).valuesIn(table)));
        forbidden.addAll(Objects.requireNonNull(marks.get(own)));
        forbidden.addAll(Objects.requireNonNull(marks.get(foreign)));
        List<Caller.Target> targets = new ArrayList<>(foreignOnly);
        targets.add(new Caller.Target(seen.ids(), Optional.empty()));
        return signedIn(CallerKind.OF_TWO_CUSTOMERS, cast.ofTwo, ids(managed), targets, new ForeignBytes(forbidden));
    }

    /** With what an own request would succeed. */
    private static Ids ids(Territory territory) {
        return territory
                .ids()
                .replacing(
                        Map.of(Ids.NEW_EMAIL, List.of(), Ids.NEW_USER_TYPE, List.of(), "userType", List.of("viewer")));
    }
}
