package tel.ringer.warp.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Reaches what is kept of a person, or of an address without an account, through the functions that may, which ask again who is asking. */
@ApplicationScoped
class PersonalDataRepository {
    private static final String HAS_ACCOUNT = "address.has_account";

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("unchecked")
    List<PersonalItem> read(UserId person, PersonalDataSection section, PersonalItem after, int most) {
        List<Tuple> rows = entities.createNativeQuery(
                        """
                        select cast(d.at as text) as at, d.id, cast(d.item as text) as item
                        from auth.personal_data(:person, :section, cast(:at as timestamptz), :id, :most) d
                        order by d.at, d.id
                        """,
                        Tuple.class)
                .setParameter("person", person.value())
                .setParameter("section", section.label())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(PersonalDataRepository::item).toList();
    }

    @SuppressWarnings("unchecked")
    List<PersonalItem> read(EmailAddress address, PersonalDataSection section, PersonalItem after, int most) {
        List<Tuple> rows = entities.createNativeQuery(
                        """
                        select cast(d.at as text) as at, d.id, cast(d.item as text) as item
                        from auth.personal_data_of_address(:spellings, :section, cast(:at as timestamptz), :id, :most) d
                        order by d.at, d.id
                        """,
                        Tuple.class)
                .setParameter("spellings", spellings(address))
                .setParameter("section", section.label())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(PersonalDataRepository::item).toList();
    }

    private static PersonalItem item(Tuple row) {
        return new PersonalItem(row.get("at", String.class), row.get("id", UUID.class), row.get("item", String.class));
    }

    private static String[] spellings(EmailAddress address) {
        return address.spellings().toArray(String[]::new);
    }

    /** @throws ProblemException conflict, {@code has_account} */
    void requireNoAccount(EmailAddress address) {
        Object account = entities.createNativeQuery("select auth.account_of(:spellings)", UUID.class)
                .setParameter("spellings", spellings(address))
                .getSingleResult();
        if (account != null) {
            throw hasAccount((UUID) account);
        }
    }

    private static ProblemException hasAccount(UUID account) {
        return new ProblemException(
                ProblemKind.CONFLICT,
                "has_account",
                "This address belongs to somebody with an account: export or erase that person.",
                Map.of("user_id", account.toString()));
    }

    /** What the customers of the person are to be told of. */
    @SuppressWarnings("unchecked")
    List<ErasureEffect> erase(UserId person, UserId by) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select e.customer_id, e.action, e.subject_type, e.subject_id from auth.erase_person(:person, :by) e",
                        Tuple.class)
                .setParameter("person", person.value())
                .setParameter("by", by.value())
                .getResultList();
        return rows.stream().map(PersonalDataRepository::effect).toList();
    }

    /**
     * What the customers that had invited the address are to be told of.
     *
     * @throws ProblemException conflict, {@code has_account}: somebody accepted meanwhile
     */
    @SuppressWarnings("unchecked")
    List<ErasureEffect> erase(EmailAddress address, UUID pseudonym, UserId by) {
        List<Tuple> rows = entities.createNativeQuery(
                        """
                        select e.customer_id, e.action, e.subject_type, e.subject_id
                        from auth.erase_address(:spellings, :pseudonym, :by) e
                        """,
                        Tuple.class)
                .setParameter("spellings", spellings(address))
                .setParameter("pseudonym", pseudonym)
                .setParameter("by", by.value())
                .getResultList();
        rows.stream()
                .filter(row -> HAS_ACCOUNT.equals(row.get("action", String.class)))
                .findFirst()
                .ifPresent(row -> {
                    throw hasAccount(row.get("subject_id", UUID.class));
                });
        return rows.stream().map(PersonalDataRepository::effect).toList();
    }

    private static ErasureEffect effect(Tuple row) {
        return new ErasureEffect(
                new CustomerId(row.get("customer_id", UUID.class)),
                row.get("action", String.class),
                row.get("subject_type", String.class),
                row.get("subject_id", UUID.class));
    }

    /** @return how many rows still told of somebody who was erased lately */
    int forgetTracesOfErased() {
        return (int) entities.createNativeQuery("select auth.forget_traces_of_erased()", Integer.class)
                .getSingleResult();
    }
}
