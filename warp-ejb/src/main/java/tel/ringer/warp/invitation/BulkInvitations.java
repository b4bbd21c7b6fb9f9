package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.customer.OpenCustomers;
import tel.ringer.warp.idempotency.Idempotency;
import tel.ringer.warp.idempotency.IdempotencyKey;
import tel.ringer.warp.idempotency.IdempotentRequest;
import tel.ringer.warp.idempotency.Outcome;
import tel.ringer.warp.identity.DisplayNames;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;
import tel.ringer.warp.time.DatabaseClock;

/** Takes uploads of many people to invite. A few are invited at once; more are, row by row, afterwards. */
@Stateless
@CustomerGuarded
public class BulkInvitations {
    public static final int MOST_ROWS = 10_000;

    @Inject
    private InvitationBatchRepository repository;

    @Inject
    private InvitationBatchSlices slices;

    @Inject
    private InvitationBatchForecast forecast;

    @Inject
    private InvitationBatchAudit audit;

    @Inject
    private Idempotency idempotency;

    @Inject
    private OpenCustomers customers;

    @Inject
    private DisplayNames names;

    @Inject
    private Rank rank;

    @Inject
    private DatabaseClock clock;

    @Inject
    @ConfigProperty(name = "warp.invitation.bulk-inline-rows")
    private int inlineRows;

    /**
     * Stores the upload, and processes it at once if it is small.
     *
     * @throws ProblemException not found; forbidden; conflict, {@code customer_closed}; invalid, {@code no_rows},
     *     {@code too_many_rows} or {@code idempotency_key_reused}
     */
    public Outcome<InvitationBatchDetails> upload(
            CustomerScope scope, CustomerId customer, List<UploadedRow> file, Optional<IdempotencyKey> key) {
        return idempotency.once(
                scope,
                customer,
                key.map(given -> new IdempotentRequest(given, "inviteMany", UploadedRow.words(file))),
                () -> store(scope, customer, file),
                details -> details.batch().id().value(),
                id -> details(repository.find(new InvitationBatchId(id)).orElseThrow(ProblemException::notFound)));
    }

    private InvitationBatchDetails store(CustomerScope scope, CustomerId customer, List<UploadedRow> file) {
        UserId by = requireAllowed(scope, customer, file);
        InvitationBatch stored = InvitationBatch.of(customer, new Inviter(by, names.of(by)), file.size(), clock.now());
        repository.add(stored, ReadRow.all(file));
        InvitationBatch batch = repository.lock(stored.id()).orElseThrow();
        if (file.size() <= inlineRows) {
            slices.advance(scope, batch, file.size());
        }
        // Last: whoever holds the audit chain must not wait for an invitation's row.
        audit.record(scope, batch, "uploaded");
        return details(batch);
    }

    private InvitationBatchDetails details(InvitationBatch batch) {
        return new InvitationBatchDetails(batch, repository.counts(batch));
    }

    /**
     * What would become of each row now. Changes nothing.
     *
     * @throws ProblemException as {@link #upload}
     */
    public List<RowResult> dryRun(CustomerScope scope, CustomerId customer, List<UploadedRow> file) {
        UserId by = requireAllowed(scope, customer, file);
        return forecast.of(customer, by, ReadRow.all(file));
    }

    private UserId requireAllowed(CustomerScope scope, CustomerId customer, List<UploadedRow> file) {
        UserId by = Invitations.personOf(scope);
        customers.require(customer);
        rank.requireMayInvite(by, customer);
        if (file.isEmpty()) {
            throw ProblemException.invalid("no_rows", "There is nobody to invite.");
        }
        if (file.size() > MOST_ROWS) {
            throw new ProblemException(
                    ProblemKind.INVALID,
                    "too_many_rows",
                    "At most " + MOST_ROWS + " people can be invited at once.",
                    Map.of("most_rows", MOST_ROWS));
        }
        return by;
    }
}
