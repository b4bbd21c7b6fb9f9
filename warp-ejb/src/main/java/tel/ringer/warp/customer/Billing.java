package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money and when it is due. Each amount is of the currency, with four decimals.
 *
 * @param currency as ISO 4217 has it
 * @param currentBalance below zero if the customer owes
 * @param paymentTermsDays days from an invoice to its payment
 */
@Embeddable
public record Billing(
        String currency,
        @Column(name = "credit_limit") @Nullable BigDecimal creditLimit,
        @Column(name = "current_balance") @Nullable BigDecimal currentBalance,
        @Column(name = "prepaid_balance") @Nullable BigDecimal prepaidBalance,
        @Column(name = "payment_terms_days") int paymentTermsDays,
        @Enumerated(EnumType.STRING) @Column(name = "billing_cycle") BillingCycle cycle) {
    private static final int LONGEST_TERMS = 365;

    static final Billing INITIAL = new Billing("USD", null, null, null, 30, BillingCycle.MONTHLY);

    Billing changed(FieldChanges fields) {
        return new Billing(
                fields.required("/currency", currency, FieldForms.CURRENCY),
                fields.optional("/credit_limit", creditLimit, FieldForms.POSITIVE_AMOUNT),
                fields.optional("/current_balance", currentBalance, FieldForms.AMOUNT_OF_MONEY),
                fields.optional("/prepaid_balance", prepaidBalance, FieldForms.POSITIVE_AMOUNT),
                fields.or(
                        INITIAL.paymentTermsDays,
                        "/payment_terms_days",
                        paymentTermsDays,
                        FieldForms.wholeNumber(0, LONGEST_TERMS)),
                fields.or(INITIAL.cycle, "/billing_cycle", cycle, FieldForms.oneOf(BillingCycle.class)));
    }
}
