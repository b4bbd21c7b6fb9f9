package tel.ringer.warp.invitation.rest;

import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.invitation.InvitationToken;
import tel.ringer.warp.problem.ProblemException;

/** A link as it was followed: what its bearer reaches, and under which path its page and its cookies are. */
record FollowedLink(InvitationToken token) {
    /**
     * What can't be a token is answered as one that is unknown.
     *
     * @throws ProblemException not found
     */
    static FollowedLink of(String token) {
        return new FollowedLink(InvitationToken.parse(token).orElseThrow(ProblemException::notFound));
    }

    CustomerScope.Invitation bearer() {
        return token.scope();
    }

    String path() {
        return "/invitations/" + token.value();
    }

    @Override
    public String toString() {
        return "FollowedLink[hidden]";
    }
}
