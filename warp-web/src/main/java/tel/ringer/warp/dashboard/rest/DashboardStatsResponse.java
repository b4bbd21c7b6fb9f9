package tel.ringer.warp.dashboard.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.dashboard.DashboardPart;
import tel.ringer.warp.dashboard.DashboardStats;

/**
 * Figures on the wire. What the caller may not list, and what WARP does not hold, is absent.
 *
 * @param newCustomers per UTC day of the last 30, the oldest first, like the others
 * @param unavailable parts that could not be read; they are absent too
 */
public record DashboardStatsResponse(
        @Nullable Customers customers,
        @Nullable Users users,
        @Nullable Invitations invitations,
        @Nullable Mails mails,
        @Nullable List<Day> newCustomers,
        @Nullable List<Day> invitationsCreated,
        @Nullable List<Day> invitationsAccepted,
        List<String> unavailable) {
    /** By status. */
    public record Customers(long total, long active, long trial, long suspended, long closed) {}

    /** People of these customers. */
    public record Users(long total, long active) {}

    /** That can still be accepted; expiring: of those, how many only within 7 days. */
    public record Invitations(long pending, long expiring) {}

    /** That wait to be sent, and that were given up. */
    public record Mails(long waiting, long failed) {}

    /** One of a series. */
    public record Day(LocalDate day, long count) {}

    static DashboardStatsResponse of(DashboardStats stats) {
        return new DashboardStatsResponse(
                stats.of(DashboardPart.CUSTOMERS)
                        .map(DashboardStatsResponse::customers)
                        .orElse(null),
                stats.of(DashboardPart.USERS).map(DashboardStatsResponse::users).orElse(null),
                stats.of(DashboardPart.INVITATIONS)
                        .map(DashboardStatsResponse::invitations)
                        .orElse(null),
                stats.of(DashboardPart.MAILS).map(DashboardStatsResponse::mails).orElse(null),
                stats.of(DashboardPart.NEW_CUSTOMERS)
                        .map(DashboardStatsResponse::days)
                        .orElse(null),
                stats.of(DashboardPart.INVITATIONS_CREATED)
                        .map(DashboardStatsResponse::days)
                        .orElse(null),
                stats.of(DashboardPart.INVITATIONS_ACCEPTED)
                        .map(DashboardStatsResponse::days)
                        .orElse(null),
                stats.unavailable().stream().map(DashboardPart::label).toList());
    }

    private static Customers customers(Map<String, Long> figures) {
        return new Customers(
                total(figures),
                of(figures, "ACTIVE"),
                of(figures, "TRIAL"),
                of(figures, "SUSPENDED"),
                of(figures, "CLOSED"));
    }

    private static Users users(Map<String, Long> figures) {
        return new Users(total(figures), of(figures, "ACTIVE"));
    }

    private static Invitations invitations(Map<String, Long> figures) {
        return new Invitations(total(figures), of(figures, "EXPIRING"));
    }

    private static Mails mails(Map<String, Long> figures) {
        return new Mails(of(figures, "QUEUED"), of(figures, "DEAD"));
    }

    private static List<Day> days(SortedMap<String, Long> figures) {
        return figures.entrySet().stream()
                .map(day -> new Day(LocalDate.parse(day.getKey()), day.getValue()))
                .toList();
    }

    private static long total(Map<String, Long> figures) {
        return figures.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long of(Map<String, Long> figures, String name) {
        return figures.getOrDefault(name, 0L);
    }
}
