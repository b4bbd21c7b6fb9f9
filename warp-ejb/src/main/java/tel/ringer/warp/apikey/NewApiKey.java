package tel.ringer.warp.apikey;

import java.time.Instant;
import java.util.Optional;

/**
 * What a creator asks for.
 *
 * @param userType name of the user type to hold at the customer
 * @param expiresAt empty for the default
 */
public record NewApiKey(String name, String userType, Optional<Instant> expiresAt) {}
