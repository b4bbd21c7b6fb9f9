package tel.ringer.warp.customer;

import java.util.Optional;
import tel.ringer.warp.paging.PageRequest;

/**
 * Which customers to list.
 *
 * @param search part of the company name, the legal name or the BAN, whatever the case
 */
public record CustomerQuery(
        Optional<String> search,
        Optional<CustomerStatus> status,
        Optional<CustomerType> type,
        CustomerSort sort,
        PageRequest page) {}
