package tel.ringer.warp.customer.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.customer.CustomerQuery;
import tel.ringer.warp.customer.CustomerSort;
import tel.ringer.warp.customer.CustomerStatus;
import tel.ringer.warp.customer.CustomerType;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.paging.PageRequest;

/** Reads the query parameters by which customers are chosen and ordered. */
final class CustomerParameters {
    static final String DESCRIPTION =
            "q: part of company name, legal name or BAN; status: ACTIVE, SUSPENDED, TRIAL or CLOSED; type: PREPAID,"
                    + " POSTPAID or RESELLER; sort: company_name, created_at or ban, with - before it the other way round;"
                    + " company_name if absent";

    private CustomerParameters() {}

    static CustomerQuery read(
            @Nullable String search,
            @Nullable String status,
            @Nullable String type,
            @Nullable String sort,
            PageRequest page) {
        return new CustomerQuery(
                Optional.ofNullable(search).filter(text -> !text.isBlank()),
                PageParameters.read("status", status, CustomerStatus::valueOf),
                PageParameters.read("type", type, CustomerType::valueOf),
                PageParameters.read("sort", sort, CustomerSort::fromString).orElse(CustomerSort.BY_NAME),
                page);
    }
}
