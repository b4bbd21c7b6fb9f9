package tel.ringer.warp.gatekeeper.rest;

import java.util.List;

/** The answers, in the order of the questions. */
public record CheckAccessBatchResponse(List<CheckAccessResponse> results) {}
