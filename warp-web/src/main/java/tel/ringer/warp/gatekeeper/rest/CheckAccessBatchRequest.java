package tel.ringer.warp.gatekeeper.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Several questions at once. */
public record CheckAccessBatchRequest(@NotNull @Size(max = 100) List<@NotNull @Valid CheckAccessRequest> checks) {}
