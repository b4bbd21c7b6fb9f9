package tel.ringer.warp.broken.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Wrong on purpose: has a setter, and rows of customers without a filter. */
@Entity
@Table(schema = "auth", name = "user_customer_access")
public class Thing {
    @Id
    private String name;

    public void setName(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
