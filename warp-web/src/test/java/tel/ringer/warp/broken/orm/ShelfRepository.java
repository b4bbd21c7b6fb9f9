package tel.ringer.warp.broken.orm;

/** Wrong on purpose: a repository that everybody can call. */
public class ShelfRepository {}
