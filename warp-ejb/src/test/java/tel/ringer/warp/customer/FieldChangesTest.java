package tel.ringer.warp.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.problem.ProblemException;

class FieldChangesTest {
    private static FieldChanges of(Map<String, Optional<Object>> fields) {
        return new FieldChanges(new CustomerPatch(fields));
    }

    @Test
    void whatIsNotNamedStays() {
        Contact contact = new Contact("Robin", "r@acme.example", null);
        FieldChanges fields = of(Map.of("/contact/phone", Optional.of("+14155550123")));

        assertEquals(new Contact("Robin", "r@acme.example", "+14155550123"), contact.changed(fields));
        assertEquals(Set.of("/contact/phone"), fields.changes().keySet());
    }

    @Test
    void aGroupThatIsTakenAwayTakesItsFieldsWithIt() {
        Services all = new Services(true, true, true, List.of("LRN"));

        assertEquals(
                new Services(true, true, false, List.of()),
                all.changed(of(Map.of("/services/telecom_data", Optional.empty()))));
        assertEquals(Services.NONE, all.changed(of(Map.of("/services", Optional.empty()))));
    }

    @Test
    void moneyIsReadAsItIsWritten() {
        FieldChanges fields = of(Map.of(
                "/credit_limit", Optional.of("0.1"),
                "/current_balance", Optional.of("-999999999999999.9999")));

        Billing billing = Billing.INITIAL.changed(fields);

        fields.requireFaultless();
        assertEquals(new BigDecimal("0.1000"), billing.creditLimit());
        assertEquals(new BigDecimal("-999999999999999.9999"), billing.currentBalance());
        assertEquals("USD", billing.currency());
    }

    @Test
    void eachFaultIsNamed() {
        FieldChanges fields = of(Map.of(
                "/credit_limit", Optional.of("-1"),
                "/currency", Optional.empty(),
                "/ban", Optional.of("TEST-001"),
                "/colour", Optional.of("red"),
                "/payment_terms_days", Optional.of(new BigDecimal("1E+999999999"))));
        Billing.INITIAL.changed(fields);

        ProblemException refused = assertThrows(ProblemException.class, fields::requireFaultless);

        assertEquals(
                Map.of(
                        "/credit_limit",
                        "must be text with up to 15 digits and 4 decimals, such as \"12.50\", not below zero",
                        "/currency",
                        "can't be taken away",
                        "/ban",
                        "never changes",
                        "/colour",
                        "Unknown field.",
                        "/payment_terms_days",
                        "must be a whole number from 0 to 365"),
                refused.members().get("errors"));
    }

    @Test
    void whatIsTheSameIsNoChange() {
        FieldChanges fields = of(Map.of("/currency", Optional.of("USD"), "/credit_limit", Optional.empty()));
        Billing.INITIAL.changed(fields);

        assertEquals(Map.of(), fields.changes());
    }

    @Test
    void theCarrierKeepsWhatIsNotTheCustomersOwn() {
        CustomerPatch patch = new CustomerPatch(Map.of(
                "/contact/name", Optional.of("Robin"),
                "/address", Optional.empty(),
                "/preferences/locale", Optional.of("en"),
                "/contacts/name", Optional.of("x"),
                "/status", Optional.of("CLOSED"),
                "/custom_fields/contact", Optional.of("x")));

        assertEquals(Set.of("/contacts/name", "/status", "/custom_fields/contact"), patch.carriers());
    }
}
