package tel.ringer.warp.broken.orm;

import org.hibernate.StatelessSession;

/** Wrong on purpose: Hibernate's own session outside a repository. */
public record SessionShelf(StatelessSession session) {}
