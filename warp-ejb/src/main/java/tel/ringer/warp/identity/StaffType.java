package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.access.UserTypes;

/** What the operator's people hold who come in by their address alone. Nobody has looked at them, so it only reads. */
@ApplicationScoped
class StaffType {
    private static final System.Logger LOG = System.getLogger(StaffType.class.getName());

    @Inject
    private UserTypes userTypes;

    @Inject
    @ConfigProperty(name = "warp.staff.user-type")
    private String name;

    /** Empty if the setting names no user type, or one that changes anything: then nobody comes in so. */
    Optional<UserType> find() {
        Optional<UserType> type =
                userTypes.find(name).filter(found -> found.permissions().onlyReads());
        if (type.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "warp.staff.user-type is {0}, which is no user type that only reads: staff needs an invitation",
                    name);
        }
        return type;
    }
}
