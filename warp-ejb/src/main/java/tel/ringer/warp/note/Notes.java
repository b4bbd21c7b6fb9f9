package tel.ringer.warp.note;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Staff;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.customer.Customers;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.identity.DisplayNames;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.problem.Precondition;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.time.DatabaseClock;

/** The notes about a customer, for the operator's staff alone. */
@Stateless
@CustomerGuarded
public class Notes {
    @Inject
    private NoteRepository repository;

    @Inject
    private Customers customers;

    @Inject
    private Staff staff;

    @Inject
    private DisplayNames names;

    @Inject
    private NoteChanges changes;

    @Inject
    private Idempotency idempotency;

    @Inject
    private DatabaseClock clock;

    /** @throws ProblemException not found; forbidden, {@code staff_only}; invalid, {@code idempotency_key_reused} */
    public Outcome<Note> add(CustomerScope scope, CustomerId customer, NewNote wanted, Optional<IdempotencyKey> key) {
        UserId by = staff.require(scope);
        customers.get(scope, customer);
        return idempotency.once(
                scope,
                customer,
                key.map(given -> new IdempotentRequest(
                        given,
                        "addNote",
                        List.of(wanted.kind().name(), wanted.text().value()))),
                () -> add(by, customer, wanted),
                note -> note.id().value(),
                id -> note(repository.find(customer, new NoteId(id))));
    }

    private Note add(UserId by, CustomerId customer, NewNote wanted) {
        Note note = Note.of(customer, wanted, new Author(by, names.of(by)), clock.now());
        repository.add(note);
        changes.added(by, note);
        return note;
    }

    /** @throws ProblemException not found; forbidden, {@code staff_only} */
    public Page<Note> list(CustomerScope scope, CustomerId customer, NoteQuery query) {
        staff.require(scope);
        customers.get(scope, customer);
        OptionalLong total =
                query.page().withTotal() ? OptionalLong.of(repository.count(customer, query)) : OptionalLong.empty();
        return Page.of(repository.list(customer, query), query.page(), Note::place, total);
    }

    /** @throws ProblemException not found; forbidden, {@code staff_only} */
    public Note get(CustomerScope scope, CustomerId customer, NoteId id) {
        staff.require(scope);
        return note(repository.find(customer, id));
    }

    /**
     * Whoever wrote it: the permission decides.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; forbidden, {@code staff_only}; outdated, {@code precondition_failed}
     */
    public Note change(CustomerScope scope, CustomerId customer, NoteId id, NoteChange wanted, LongPredicate expected) {
        UserId by = staff.require(scope);
        Note note = lock(customer, id, expected);
        NoteKind before = note.kind();
        NoteText textBefore = note.text();
        NoteKind kind = wanted.kind().orElse(before);
        NoteText text = wanted.text().orElse(textBefore);
        if (!note.says(kind, text)) {
            note.rewrite(kind, text, clock.now());
            repository.save();
            changes.changed(by, note, before, !text.equals(textBefore));
        }
        return note;
    }

    /**
     * For good.
     *
     * @param expected whether the caller knows that revision
     * @throws ProblemException not found; forbidden, {@code staff_only}; outdated, {@code precondition_failed}
     */
    public void remove(CustomerScope scope, CustomerId customer, NoteId id, LongPredicate expected) {
        UserId by = staff.require(scope);
        Note note = lock(customer, id, expected);
        repository.remove(note);
        changes.removed(by, note);
    }

    private Note lock(CustomerId customer, NoteId id, LongPredicate expected) {
        Note note = note(repository.lock(customer, id));
        Precondition.require(expected, note.revision());
        return note;
    }

    private static Note note(Optional<Note> found) {
        return found.orElseThrow(ProblemException::notFound);
    }
}
