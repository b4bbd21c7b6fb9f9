package tel.ringer.warp.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;

/** Reaches what is kept of a person through the functions that may, which ask again who is asking. */
@ApplicationScoped
class PersonalDataRepository {
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
        return rows.stream()
                .map(row -> new PersonalItem(
                        row.get("at", String.class), row.get("id", UUID.class), row.get("item", String.class)))
                .toList();
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
        return rows.stream()
                .map(row -> new ErasureEffect(
                        new CustomerId(row.get("customer_id", UUID.class)),
                        row.get("action", String.class),
                        row.get("subject_type", String.class),
                        row.get("subject_id", UUID.class)))
                .toList();
    }

    /** @return how many rows still told of somebody who was erased lately */
    int forgetTracesOfErased() {
        return (int) entities.createNativeQuery("select auth.forget_traces_of_erased()", Integer.class)
                .getSingleResult();
    }
}
