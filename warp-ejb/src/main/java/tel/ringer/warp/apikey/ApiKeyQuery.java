package tel.ringer.warp.apikey;

import java.util.Optional;
import tel.ringer.warp.paging.PageRequest;

/**
 * Which API keys of a customer to list, newest first.
 *
 * @param prefix the visible part of a key, whole
 */
public record ApiKeyQuery(Optional<ApiKeyStatus> status, Optional<String> prefix, PageRequest page) {}
