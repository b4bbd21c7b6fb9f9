package tel.ringer.warp.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The account of the API key with which the running request is made; none for people, links and timers. */
@RequestScoped
public class CallingKey {
    private @Nullable UserId account;

    void identified(UserId known) {
        account = known;
    }

    public boolean is(UserId user) {
        return user.equals(account);
    }
}
