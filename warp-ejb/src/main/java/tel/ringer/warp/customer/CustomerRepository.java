package tel.ringer.warp.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/** Reads customers within the scope of the transaction. */
@ApplicationScoped
class CustomerRepository {
    @PersistenceContext
    private EntityManager entities;

    Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(entities.find(Customer.class, id.value()));
    }

    /**
     * The customer alone to this transaction until its end; who adds rows that refer to it need not wait. To be asked
     * before the customer is read.
     */
    Optional<Customer> lock(CustomerId id) {
        entities.createNativeQuery("select id from accounts.customers where id = :id for no key update", UUID.class)
                .setParameter("id", id.value())
                .getResultList();
        return find(id);
    }

    /**
     * Writes the bare row. A foreign customer's number is not to be seen, but it is taken: the database alone knows.
     *
     * @return whether the number was free
     */
    boolean add(Customer customer, Ban ban) {
        return entities.createNativeQuery(
                                """
                        insert into accounts.customers
                          (id, ban, company_name, customer_type, status, created_at, created_by, updated_at, updated_by)
                        values (:id, :ban, :name, :type, :status, :now, :by, :now, :by)
                        on conflict do nothing
                        """)
                        .setParameter("id", customer.id().value())
                        .setParameter("ban", ban.value())
                        .setParameter("name", customer.companyName())
                        .setParameter("type", customer.customerType().name())
                        .setParameter("status", customer.status().name())
                        .setParameter("now", customer.createdAt())
                        .setParameter(
                                "by", customer.createdBy().map(UserId::value).orElseThrow())
                        .executeUpdate()
                == 1;
    }

    /** Writes what has changed, and with it the next revision. */
    void write() {
        entities.flush();
    }

    Optional<Customer> find(Ban ban) {
        return entities.createQuery("select c from Customer c where c.ban = :ban", Customer.class)
                .setParameter("ban", ban.value())
                .getResultStream()
                .findFirst();
    }
}
