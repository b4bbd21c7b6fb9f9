package tel.ringer.warp.identity.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.identity.UserQuery;
import tel.ringer.warp.identity.UserStatus;
import tel.ringer.warp.paging.PageRequest;

/** Reads the query parameters by which people are chosen. */
final class UserParameters {
    static final String DESCRIPTION =
            "q: part of name or address; status: ACTIVE, INACTIVE or ERASED; user_type: name of the platform type";

    private UserParameters() {}

    static UserQuery read(
            @Nullable String search, @Nullable String status, @Nullable String userType, PageRequest page) {
        return new UserQuery(
                Optional.ofNullable(search).filter(text -> !text.isBlank()),
                PageParameters.read("status", status, UserStatus::valueOf),
                Optional.ofNullable(userType),
                page);
    }
}
