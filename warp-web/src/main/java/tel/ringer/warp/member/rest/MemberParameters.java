package tel.ringer.warp.member.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.identity.UserStatus;
import tel.ringer.warp.member.MemberQuery;
import tel.ringer.warp.paging.PageRequest;

/** Reads the query parameters by which people of a customer are chosen. */
final class MemberParameters {
    static final String DESCRIPTION =
            "q: part of name or address; role: USER, ADMIN or OWNER; status: ACTIVE or INACTIVE";

    private MemberParameters() {}

    static MemberQuery read(@Nullable String search, @Nullable String role, @Nullable String status, PageRequest page) {
        return new MemberQuery(
                Optional.ofNullable(search).filter(text -> !text.isBlank()),
                PageParameters.read("role", role, MembershipRole::valueOf),
                PageParameters.read("status", status, UserStatus::valueOf),
                page);
    }
}
