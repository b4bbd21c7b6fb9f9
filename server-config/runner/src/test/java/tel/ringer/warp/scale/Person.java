package tel.ringer.warp.scale;

/** One of those who call; load.sql makes them. */
enum Person {
    WITH_1_GRANT("u1", "1 grant"),
    WITH_1000_GRANTS("u2", "1,000 grants"),
    WITH_100000_GRANTS("u3", "100,000 grants"),
    WITH_EVERYTHING("u4", "everything (*)"),
    /** The worst case: whoever walks the list from its beginning meets everybody else's rows first. */
    WITH_THE_LAST_100000("u5", "the last 100,000");

    private final String name;
    private final String label;

    Person(String name, String label) {
        this.name = name;
        this.label = label;
    }

    String email() {
        return name + "@scale.example";
    }

    @Override
    public String toString() {
        return label;
    }
}
