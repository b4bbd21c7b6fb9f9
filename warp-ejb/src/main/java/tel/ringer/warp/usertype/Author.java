package tel.ringer.warp.usertype;

import java.util.Optional;
import java.util.function.Predicate;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Who writes user types: nobody writes a rule that they could not exercise, nor touches one.
 *
 * @param platformType which the author holds now, and which permits the operation
 * @param sees what else the author may know of
 */
record Author(UserType platformType, Predicate<PermissionSet> sees) {
    /**
     * The type, if it is the author's to write.
     *
     * @throws ProblemException not found, if it is unknown or out of sight; forbidden, {@code rank_exceeded}
     */
    UserTypeDefinition entrusted(Optional<UserTypeDefinition> found) {
        UserTypeDefinition type = found.filter(
                        known -> sees.test(known.toUserType().permissions()))
                .orElseThrow(ProblemException::notFound);
        requireOwn(type.toUserType().permissions());
        return type;
    }

    /** @throws ProblemException forbidden, {@code rank_exceeded} */
    void requireOwn(PermissionSet permissions) {
        if (!platformType.permissions().covers(permissions)) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN,
                    "rank_exceeded",
                    "You can write only user types whose permissions your own platform type has.");
        }
    }

    /** @throws ProblemException conflict, {@code own_user_type} */
    void requireAnother(UserType type) {
        if (type.id().equals(platformType.id())) {
            throw ProblemException.conflict(
                    "own_user_type", "You can't take everything from the user type that you hold yourself.");
        }
    }
}
