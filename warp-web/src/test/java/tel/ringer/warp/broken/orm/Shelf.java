package tel.ringer.warp.broken.orm;

import jakarta.persistence.EntityManager;

/** Wrong on purpose: an entity manager outside a repository. */
public record Shelf(EntityManager entities) {}
