package tel.ringer.warp.identity.rest;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

/**
 * A provider that has answered.
 *
 * @param metadata what it says about itself (OpenID Connect Discovery 1.0, section 3)
 * @param validator of its ID tokens; keeps its keys and fetches them again when it rotates them
 */
record DiscoveredProvider(Provider provider, OIDCProviderMetadata metadata, IDTokenValidator validator) {}
