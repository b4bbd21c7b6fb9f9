package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class StrictJsonReaderTest {
    private static final StrictJsonReader READER = new StrictJsonReader();
    private static final int LARGEST = 64 * 1024;

    /** What an operation might take. */
    public record Order(
            String companyName,
            @Nullable Integer validForDays,
            @Nullable Colour paintColour,
            @Nullable List<Part> spareParts,
            @Nullable Part mainPart) {}

    /** What is inside it. */
    public record Part(String partName) {}

    /** Any enumeration. */
    public enum Colour {
        RED,
        GREEN
    }

    private static Order read(byte[] body) throws IOException {
        @SuppressWarnings("unchecked")
        Class<Record> type = (Class<Record>) (Class<?>) Order.class;
        return (Order) READER.readFrom(
                type,
                Order.class,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(body));
    }

    private static Order read(String body) throws IOException {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException refused(ProblemKind kind, String code, byte[] body) {
        ProblemException problem = assertThrows(ProblemException.class, () -> read(body));
        assertEquals(code, problem.code());
        assertEquals(kind, problem.kind());
        return problem;
    }

    private static ProblemException refused(ProblemKind kind, String code, String body) {
        return refused(kind, code, body.getBytes(StandardCharsets.UTF_8));
    }

    /** JSON-B would leave out of a list what is no object. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"company_name\":\"Acme\",\"spare_parts\":[{\"part_name\":\"a\"},\"x\"]}",
                "{\"company_name\":\"Acme\",\"spare_parts\":[{\"part_name\":\"a\"},7]}",
                "{\"company_name\":\"Acme\",\"spare_parts\":[{\"part_name\":\"a\"},[]]}",
                "{\"company_name\":\"Acme\",\"spare_parts\":[{\"part_name\":\"a\"},null]}"
            })
    void anElementThatIsNoObjectIsNamed(String body) {
        ProblemException problem = refused(ProblemKind.INVALID, "invalid_body", body);

        assertTrue(
                problem.members().toString().contains("/spare_parts/1"),
                problem.members().toString());
    }

    @Test
    void aRecordIsReadFromSnakeCase() throws IOException {
        assertEquals(
                new Order("M\u00fcller \ud83d\ude80", 7, Colour.GREEN, null, null),
                read(
                        "{\"company_name\": \"M\u00fcller \ud83d\ude80\", \"valid_for_days\": 7, \"paint_colour\": \"GREEN\"}"));
    }

    @Test
    void whatIsAbsentOrNullIsNull() throws IOException {
        Order order = read("{\"company_name\": \"x\", \"valid_for_days\": null}");
        assertNull(order.validForDays());
        assertNull(order.paintColour());
    }

    @Test
    void onlyRecordsAreRead() {
        MediaType json = MediaType.APPLICATION_JSON_TYPE;
        assertTrue(READER.isReadable(Order.class, Order.class, new Annotation[0], json));
        assertFalse(READER.isReadable(Map.class, Map.class, new Annotation[0], json));
    }

    @Test
    void unknownFieldsAreNamedByTheirPointers() {
        ProblemException problem = refused(
                ProblemKind.INVALID, "invalid_body", "{\"company_name\": \"x\", \"companyName\": \"y\", \"a/b~c\": 1}");
        assertEquals(
                List.of(new FieldError("/companyName", "Unknown field."), new FieldError("/a~1b~0c", "Unknown field.")),
                problem.members().get("errors"));
    }

    @Test
    void recordsInsideARecordAreReadAsStrictly() throws IOException {
        assertEquals(
                List.of(new Part("a"), new Part("b")),
                read("{\"company_name\": \"x\", \"spare_parts\": [{\"part_name\": \"a\"}, {\"part_name\": \"b\"}]}")
                        .spareParts());
        ProblemException problem = refused(
                ProblemKind.INVALID,
                "invalid_body",
                "{\"company_name\": \"x\", \"main_part\": {\"colour\": 1},"
                        + " \"spare_parts\": [{}, {\"a/b\": 1}, {\"part_name\": \"\\u0000\"}]}");
        assertEquals(
                List.of(
                        new FieldError("/main_part/colour", "Unknown field."),
                        new FieldError("/spare_parts/1/a~1b", "Unknown field."),
                        new FieldError("/spare_parts/2/part_name", "Text can't hold a NUL character.")),
                problem.members().get("errors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\udfffb", "\\udc00\\ud800"})
    void halfOfASurrogatePairIsNoText(String half) {
        ProblemException problem = refused(ProblemKind.INVALID, "invalid_body", "{\"company_name\": \"" + half + "\"}");
        assertEquals(
                List.of(new FieldError("/company_name", "Text can't hold half of a surrogate pair.")),
                problem.members().get("errors"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"company_name\": \"x\", \"spare_parts\": {}}",
                "{\"company_name\": \"x\", \"spare_parts\": [7]}",
                "{\"company_name\": \"x\", \"main_part\": []}",
                "{\"company_name\": \"x\", \"main_part\": \"wheel\"}"
            })
    void whatIsNotARecordInsideIsOfTheWrongType(String body) {
        refused(ProblemKind.INVALID, "invalid_body", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"company_name\": \"x\", \"company_name\": \"y\"}",
                "{\"company_name\": \"x\", \"company\\u005fname\": \"y\"}"
            })
    void aFieldThatIsThereTwiceIsRefused(String body) {
        refused(ProblemKind.MALFORMED, "malformed_json", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "\"text\"",
                "7",
                "{",
                "{}}",
                "{} {}",
                "{company_name: 1}",
                "{'company_name': 'x'}",
                "{\"company_name\": \"x\",}",
                "{\"company_name\": NaN}",
                "{\"company_name\": \"x\n\"}",
                "// comment\n{}",
                "\ufeff{\"company_name\": \"x\"}"
            })
    void whatIsNoJsonObjectIsMalformed(String body) {
        refused(ProblemKind.MALFORMED, "malformed_json", body);
    }

    @Test
    void invalidUtf8IsMalformed() {
        byte[] body = "{\"company_name\": \"x?\"}".getBytes(StandardCharsets.UTF_8);
        body[body.length - 3] = (byte) 0xff;
        refused(ProblemKind.MALFORMED, "malformed_json", body);
        byte[] overlong = "{\"company_name\": \"??\"}".getBytes(StandardCharsets.UTF_8);
        overlong[overlong.length - 4] = (byte) 0xc0;
        overlong[overlong.length - 3] = (byte) 0xaf;
        refused(ProblemKind.MALFORMED, "malformed_json", overlong);
    }

    @Test
    void anotherEncodingIsMalformed() {
        refused(
                ProblemKind.MALFORMED,
                "malformed_json",
                "{\"company_name\": \"x\"}".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void aBodyHasAtMost64Kibibytes() throws IOException {
        String frame = "{\"company_name\": \"\"}";
        String fits = frame.replace("\"\"", "\"" + "x".repeat(LARGEST - frame.length()) + "\"");
        assertEquals(LARGEST - frame.length(), read(fits).companyName().length());
        refused(ProblemKind.TOO_LARGE, "body_too_large", fits + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"valid_for_days\": \"many\"}",
                "{\"valid_for_days\": {}}",
                "{\"valid_for_days\": []}",
                "{\"valid_for_days\": true}",
                "{\"valid_for_days\": 99999999999}",
                "{\"valid_for_days\": 1e999999999}",
                "{\"valid_for_days\": 4294967303}",
                "{\"valid_for_days\": 3.7}",
                "{\"valid_for_days\": \"7\"}",
                "{\"company_name\": {}}",
                "{\"company_name\": []}",
                "{\"company_name\": [\"x\"]}",
                "{\"paint_colour\": \"BLUE\"}",
                "{\"paint_colour\": \"red\"}",
                "{\"paint_colour\": 0}",
                "{\"paint_colour\": {}}"
            })
    void aFieldOfTheWrongTypeIsInvalidAndItsValueNotRepeated(String body) {
        ProblemException problem = refused(ProblemKind.INVALID, "invalid_body", body);
        assertEquals(
                List.of(new FieldError("", "A field has a value of the wrong type.")),
                problem.members().get("errors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1e999999999", "true", "false"})
    void whatIsNoTextIsNotTakenForText(String value) {
        assertEquals(
                List.of(new FieldError("/company_name", "Must be text.")),
                refused(ProblemKind.INVALID, "invalid_body", "{\"company_name\": " + value + "}")
                        .members()
                        .get("errors"));
    }

    @Test
    void sixteenLevelsAreEnough() {
        String sixteen = "{\"company_name\": " + "[".repeat(15) + "]".repeat(15) + "}";
        String seventeen = "{\"company_name\": " + "[".repeat(16) + "]".repeat(16) + "}";

        refused(ProblemKind.INVALID, "invalid_body", sixteen);
        refused(ProblemKind.MALFORMED, "malformed_json", seventeen);
    }

    @Test
    void moreValuesThanAnybodyNeedsAreRefusedBeforeTheyFillTheMemory() {
        byte[] body = ("{\"company_name\": [" + "1,".repeat(100_000) + "1]}").getBytes(StandardCharsets.UTF_8);

        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> StrictJsonReader.read(
                        Order.class, MediaType.APPLICATION_JSON_TYPE, new ByteArrayInputStream(body), body.length));

        assertEquals("malformed_json", problem.code());
        assertEquals("The body holds more than 100000 values.", problem.detail());
    }

    @Test
    void deepNestingIsRefused() {
        String body = "{\"company_name\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        refused(ProblemKind.MALFORMED, "malformed_json", body);
    }
}
