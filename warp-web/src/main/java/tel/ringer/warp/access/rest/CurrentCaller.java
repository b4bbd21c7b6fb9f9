package tel.ringer.warp.access.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.Caller;
import tel.ringer.warp.access.CustomerScope;

/** Who is calling and for which customers, as the {@link CallerFilter} decided for this request. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;
    private @Nullable CustomerScope scope;
    private Supplier<CustomerScope> decision = () -> {
        throw new IllegalStateException("Nothing was decided for this request");
    };

    void identified(Caller identified) {
        caller = identified;
    }

    /** @param again decides by what the database holds then */
    void authorised(CustomerScope decided, Supplier<CustomerScope> again) {
        scope = decided;
        decision = again;
    }

    /** Empty if nobody was identified. */
    public Optional<Caller> known() {
        return Optional.ofNullable(caller);
    }

    /** @throws IllegalStateException if nobody was identified */
    public Caller get() {
        Caller known = caller;
        if (known == null) {
            throw new IllegalStateException("Nobody was identified for this request");
        }
        return known;
    }

    /** Whether a scope was decided, as it is for all that is neither public nor of whoever is signed in. */
    boolean isAuthorised() {
        return scope != null;
    }

    /** @throws IllegalStateException if nothing was decided: a missing scope is an error, not "all" */
    public CustomerScope scope() {
        CustomerScope decided = scope;
        if (decided == null) {
            throw new IllegalStateException("No scope was decided for this request");
        }
        return decided;
    }

    /**
     * Decides once more, for what takes longer than a moment.
     *
     * @throws tel.ringer.warp.problem.ProblemException unauthenticated or forbidden, if the right has ended meanwhile
     */
    public CustomerScope scopeAsOfNow() {
        return decision.get();
    }
}
