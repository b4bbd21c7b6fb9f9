package tel.ringer.warp.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import tel.ringer.warp.kit.World;

/** Values with which placeholders can be filled, by the placeholders' names. */
public record Ids(Map<String, List<String>> values) {
    static final String NEW_EMAIL = "newEmail";
    static final String NEW_USER_TYPE = "newUserType";
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f-]{32,}");

    public Ids {
        values = Map.copyOf(values);
    }

    /** @throws IllegalStateException for a name that nobody has taught the attack */
    public String pick(String name, Random dice) {
        List<String> known = values.get(name);
        if (known == null) {
            throw new IllegalStateException("The attack has no value for " + name);
        }
        if (known.isEmpty()) {
            return name.equals(NEW_EMAIL)
                    ? World.newEmail()
                    : "t" + World.newEmail().replaceAll("[@.].*", "");
        }
        return known.get(dice.nextInt(known.size()));
    }

    /** As many values of the same shape, none of which names anything. */
    Ids ofNothing(Random dice) {
        Map<String, List<String>> others = new HashMap<>();
        values.forEach((name, known) -> others.put(
                name, known.stream().map(value -> otherOf(value, dice)).toList()));
        return new Ids(others);
    }

    Ids with(Ids more) {
        Map<String, List<String>> all = new HashMap<>(values);
        more.values.forEach((name, known) -> all.merge(name, known, Ids::joined));
        return new Ids(all);
    }

    /** Others under the same names; an empty list stands for one that is new each time. */
    public Ids replacing(Map<String, List<String>> others) {
        Map<String, List<String>> all = new HashMap<>(values);
        all.putAll(others);
        return new Ids(all);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static String otherOf(String value, Random dice) {
        boolean hexadecimal = HEXADECIMAL.matcher(value).matches();
        int changed = value.indexOf('@') < 0 ? value.length() : value.indexOf('@');
        StringBuilder other = new StringBuilder(value);
        for (int i = 0; i < changed; i++) {
            other.setCharAt(i, otherOf(value.charAt(i), hexadecimal, dice));
        }
        return other.toString();
    }

    private static char otherOf(char character, boolean hexadecimal, Random dice) {
        if (hexadecimal) {
            return character == '-' ? character : Character.forDigit(dice.nextInt(16), 16);
        }
        if (Character.isDigit(character)) {
            return Character.forDigit(dice.nextInt(10), 10);
        }
        if (Character.isUpperCase(character)) {
            return (char) ('A' + dice.nextInt(26));
        }
        return Character.isLowerCase(character) ? (char) ('a' + dice.nextInt(26)) : character;
    }
}
