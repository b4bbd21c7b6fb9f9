package tel.ringer.warp.audit;

import tel.ringer.warp.paging.PageRequest;

/** Which page of which events to list, newest first. */
public record EventQuery(EventFilter filter, PageRequest page) {}
