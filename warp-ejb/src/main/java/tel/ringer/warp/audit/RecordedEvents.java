package tel.ringer.warp.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.paging.PageRequest;
import tel.ringer.warp.time.DatabaseClock;

/** The log, as those who may read it see it: the events of their customers; without customer only all or none. */
@Stateless
@CustomerGuarded
public class RecordedEvents {
    @Inject
    private RecordedEventRepository repository;

    @Inject
    private DatabaseClock clock;

    public Page<RecordedEvent> list(CustomerScope scope, EventQuery query) {
        EventFilter filter = narrowed(scope, query.filter());
        OptionalLong total =
                query.page().withTotal() ? OptionalLong.of(repository.count(filter)) : OptionalLong.empty();
        return Page.of(repository.newest(filter, query.page()), query.page(), RecordedEvent::place, total);
    }

    /**
     * The same events as of now. What commits later than it occurred can't leave a gap then: all that follows it in its
     * chain occurs later than this.
     */
    public EventFilter asOfNow(CustomerScope scope, EventFilter filter) {
        return filter.before(clock.now());
    }

    /** The next of these events, oldest first. */
    public Page<RecordedEvent> following(CustomerScope scope, EventFilter filter, PageRequest step) {
        List<RecordedEvent> rows = repository.oldest(narrowed(scope, filter), step.after(), step.limit() + 1);
        return Page.of(rows, step, RecordedEvent::place, OptionalLong.empty());
    }

    /** Who reaches one customer reads one stretch of an index instead of sorting a whole history. */
    private EventFilter narrowed(CustomerScope scope, EventFilter filter) {
        if (filter.customer().isPresent() || !(scope instanceof CustomerScope.Granted)) {
            return filter;
        }
        return repository.onlyCustomerInReach().map(filter::of).orElse(filter);
    }
}
