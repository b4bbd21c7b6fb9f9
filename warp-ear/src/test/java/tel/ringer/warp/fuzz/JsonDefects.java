package tel.ringer.warp.fuzz;

import static tel.ringer.warp.fuzz.Defect.any;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What can be wrong with JSON, as a whole and in one of its values. */
final class JsonDefects {
    private static final String MARK = "the-value-to-spoil";
    private static final String SIXTY_DIGITS = "1" + "0".repeat(60);
    private static final List<String> NO_TEXT = List.of(
            "12", "true", "{}", "[]", "[null]", "{\"a\":1}", "-0", "1e400", "1e999999999", SIXTY_DIGITS, "NaN", "01");
    private static final List<String> NO_NUMBER = List.of(
            "\"seven\"", "true", "{}", "[]", "1.5", "-1", "1e400", "1e999999999", SIXTY_DIGITS, "99999999999", "NaN");
    private static final List<String> NO_ARRAY = List.of("{}", "\"x\"", "7", "false", "-0");
    private static final List<String> NO_OBJECT = List.of("[]", "\"x\"", "7", "false", "[{}]");
    private static final List<String> NO_JSON_OBJECT = List.of(
            "", " ", "null", "true", "0", "\"x\"", "[]", "[1]", "[{}]", "{", "}", "{'a':1}", "<a/>", "\u0000", "{]");
    private static final List<String> WITH_NUL = List.of("\"\\u0000\"", "\"a\\u0000b\"", "\"a\u0000b\"");
    private static final List<String> LONE_SURROGATES =
            List.of("\"\\ud800\"", "\"a\\udfffb\"", "\"\\udc00\\ud800\"", "\"\\ud83d\"");
    private static final List<byte[]> NO_UTF_8 = List.of(
            bytes(0xff), bytes(0xc0, 0x80), bytes(0xed, 0xa0, 0x80), bytes(0xe2, 0x82), bytes(0xf8, 0x88, 0x80, 0x80));

    static final List<Defect> ALL = List.of(
            Defect.of(
                    "wrong type",
                    Operation::takesJson,
                    (draft, dice) -> replaceOne(draft, dice, value -> any(others(value), dice))),
            Defect.of(
                    "required is null",
                    // In a merge patch null takes away.
                    operation -> !operation.required().isEmpty()
                            && !operation.route().method().equals("PATCH"),
                    (draft, dice) ->
                            draft.send(with(draft, "/" + any(draft.operation().required(), dice), "null"))),
            Defect.of(
                    "huge text",
                    Operation::takesJson,
                    (draft, dice) -> replaceText(
                            draft,
                            dice,
                            "\"" + "x".repeat(any(List.of(20_000, 60_000, 70_000, 1_100_000), dice)) + "\"")),
            Defect.of("NUL", Operation::takesJson, (draft, dice) -> replaceText(draft, dice, any(WITH_NUL, dice))),
            Defect.of(
                    "lone surrogate",
                    Operation::takesJson,
                    (draft, dice) -> replaceText(draft, dice, any(LONE_SURROGATES, dice))),
            Defect.of(
                    "deep value",
                    Operation::takesJson,
                    (draft, dice) -> replaceOne(draft, dice, value -> "[".repeat(40) + "]".repeat(40))),
            Defect.of("invalid UTF-8", Operation::takesJson, JsonDefects::breakUtf8),
            Defect.of(
                    "unknown field",
                    Operation::takesJson,
                    (draft, dice) -> addField(
                            draft, dice, "\"fuzz_" + dice.nextInt(100) + "\":" + any(NO_TEXT.subList(0, 9), dice))),
            Defect.of("field twice", Operation::takesJson, JsonDefects::doubleField),
            Defect.of("truncated", Operation::takesJson, (draft, dice) -> {
                String whole = draft.bodyText();
                draft.send(whole.substring(0, 1 + dice.nextInt(whole.length() - 1)));
            }),
            Defect.of(
                    "something follows",
                    Operation::takesJson,
                    (draft, dice) ->
                            draft.send(draft.bodyText() + any(List.of("x", "{}", ",", "\u0000", "]", "null"), dice))),
            Defect.of("no object", Operation::takesJson, (draft, dice) -> draft.send(any(NO_JSON_OBJECT, dice))),
            Defect.of("nested deeply", Operation::takesJson, (draft, dice) -> {
                int depth = any(List.of(17, 1_000, 8_000, 30_000), dice);
                draft.send("{\"x\":".repeat(depth) + "1" + "}".repeat(depth));
            }),
            Defect.of(
                    "UTF-16",
                    Operation::takesJson,
                    (draft, dice) -> draft.send(draft.bodyText().getBytes(StandardCharsets.UTF_16))));

    private JsonDefects() {}

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static List<String> others(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> NO_TEXT;
            case NUMBER -> NO_NUMBER;
            case ARRAY -> NO_ARRAY;
            case OBJECT -> NO_OBJECT;
            case TRUE, FALSE, NULL -> NO_TEXT.subList(2, 9);
        };
    }

    private static JsonStructure json(Draft draft) {
        try (JsonReader reader = Json.createReader(new StringReader(draft.bodyText()))) {
            return reader.read();
        }
    }

    private static void replaceOne(Draft draft, Random dice, Function<JsonValue, String> replacement) {
        JsonStructure json = json(draft);
        String pointer = any(Pointers.below(json), dice);
        draft.send(with(draft, pointer, replacement.apply(json.getValue(pointer))));
    }

    private static String textPointer(Draft draft, Random dice) {
        JsonStructure json = json(draft);
        return any(
                Pointers.below(json).stream()
                        .filter(pointer -> json.getValue(pointer).getValueType() == ValueType.STRING)
                        .toList(),
                dice);
    }

    private static void replaceText(Draft draft, Random dice, String replacement) {
        draft.send(with(draft, textPointer(draft, dice), replacement));
    }

    /** @param raw in the place of the value, JSON or not */
    private static String with(Draft draft, String pointer, String raw) {
        return marked(draft, pointer).replace("\"" + MARK + "\"", raw);
    }

    private static String marked(Draft draft, String pointer) {
        return Json.createPointer(pointer)
                .add(json(draft), Json.createValue(MARK))
                .toString();
    }

    private static void breakUtf8(Draft draft, Random dice) {
        String[] parts = marked(draft, textPointer(draft, dice)).split(MARK, 2);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
        all.writeBytes(any(NO_UTF_8, dice));
        all.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
        draft.send(all.toByteArray());
    }

    private static List<Integer> objects(String json) {
        List<Integer> starts = new ArrayList<>();
        for (int i = json.indexOf("{\""); i >= 0; i = json.indexOf("{\"", i + 1)) {
            starts.add(i);
        }
        return starts;
    }

    private static void addField(Draft draft, Random dice, String field) {
        String json = draft.bodyText();
        int start = any(objects(json), dice) + 1;
        draft.send(json.substring(0, start) + field + "," + json.substring(start));
    }

    private static void doubleField(Draft draft, Random dice) {
        String json = draft.bodyText();
        int start = any(objects(json), dice) + 1;
        String name = json.substring(start, json.indexOf(':', start));
        draft.send(json.substring(0, start) + name + ":\"x\"," + json.substring(start));
    }
}
