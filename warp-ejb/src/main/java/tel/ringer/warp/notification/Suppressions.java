package tel.ringer.warp.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.UUID;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.PlatformAuthority;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.problem.ProblemException;

/** The addresses that get no more mail, for those with authority on the platform: they are no customer's. */
@Stateless
@CustomerGuarded
public class Suppressions {
    @Inject
    private SuppressionRepository repository;

    @Inject
    private SuppressedAddresses addresses;

    @Inject
    private PlatformAuthority authority;

    /** @throws ProblemException forbidden, {@code platform_authority_required} */
    public Page<SuppressedAddress> list(CustomerScope scope, SuppressionQuery query) {
        authority.require(scope);
        OptionalLong total = query.page().withTotal() ? OptionalLong.of(repository.count(query)) : OptionalLong.empty();
        Page<Suppression> page = Page.of(repository.list(query), query.page(), Suppression::place, total);
        return new Page<>(page.items().stream().map(Suppression::toAddress).toList(), page.next(), page.total());
    }

    /**
     * The address takes mail again; mails that were given up because of it may be taken up again.
     *
     * @throws ProblemException forbidden, {@code platform_authority_required}; not found
     */
    public void lift(CustomerScope scope, UUID id) {
        authority.require(scope);
        addresses.lift(scope, repository.lock(id).orElseThrow(ProblemException::notFound));
    }
}
