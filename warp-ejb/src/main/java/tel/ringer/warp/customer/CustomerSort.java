package tel.ringer.warp.customer;

import java.util.Arrays;
import java.util.Locale;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.SortKey;
import tel.ringer.warp.paging.Cursor;

/** In which order customers are listed; equal ones in the order of their ids. */
public record CustomerSort(Key key, boolean descending) {
    public static final CustomerSort BY_NAME = new CustomerSort(Key.COMPANY_NAME, false);

    private static final String DESCENDING = "-";

    /** By what. */
    public enum Key {
        COMPANY_NAME,
        CREATED_AT,
        BAN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param text such as "created_at", or "-created_at" for the latest first
     * @throws IllegalArgumentException if there is no such order
     */
    public static CustomerSort fromString(String text) {
        boolean descending = text.startsWith(DESCENDING);
        String word = descending ? text.substring(DESCENDING.length()) : text;
        return Arrays.stream(Key.values())
                .filter(key -> key.word().equals(word))
                .findFirst()
                .map(key -> new CustomerSort(key, descending))
                .orElseThrow(() -> new IllegalArgumentException("No such order"));
    }

    @Override
    public String toString() {
        return (descending ? DESCENDING : "") + key.word();
    }

    /** JPQL. Grants have a copy of the names' order alone. */
    String expression(CustomerScope scope) {
        return switch (key) {
            case COMPANY_NAME -> scope instanceof CustomerScope.Granted ? "g.companySort" : "c.companySort";
            case CREATED_AT -> SortKey.of(scope, "c.createdAt");
            case BAN -> SortKey.of(scope, "c.ban");
        };
    }

    /** Names the order, so that a place in another is told from one in this. */
    Cursor place(CustomerRow row) {
        String value =
                switch (key) {
                    case COMPANY_NAME -> row.nameKey();
                    case CREATED_AT -> row.customer().createdAt().toString();
                    case BAN -> row.customer().ban().value();
                };
        return new Cursor(this + " " + value, row.customer().id().value());
    }

    /**
     * The key of the place, as the database compares it.
     *
     * @throws tel.ringer.warp.problem.ProblemException malformed, {@code invalid_cursor}: it is no place in this order
     */
    Object keyAt(Cursor cursor) {
        String name = this + " ";
        if (!cursor.key().startsWith(name)) {
            throw Cursor.invalid(new IllegalArgumentException("A place in another order"));
        }
        Cursor place = new Cursor(cursor.key().substring(name.length()), cursor.id());
        return switch (key) {
            case COMPANY_NAME, BAN -> place.key();
            case CREATED_AT -> place.instant();
        };
    }
}
