package tel.ringer.warp.address;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Optional;

/** One address. An IPv4 address that is written as IPv6 (RFC 4291, section 2.5.5.2) is the IPv4 address. */
public record IpAddress(IPAddress value) {
    /** What one subscriber gets at least (RFC 6177): any of its 2^64 addresses is theirs. */
    private static final int IPV6_NETWORK_BITS = 64;

    private static final IPAddressStringParameters ONE_ADDRESS = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .allowPrefix(false)
            .allowMask(false)
            .allowWildcardedSeparator(false)
            .allow_inet_aton(false)
            .toParams();

    /** Empty if the text is not one address. */
    public static Optional<IpAddress> parse(String text) {
        try {
            IPAddress address = new IPAddressString(text.strip(), ONE_ADDRESS).toAddress();
            return address == null || address.isMultiple()
                    ? Optional.empty()
                    : Optional.of(new IpAddress(unmapped(address)));
        } catch (AddressStringException e) {
            return Optional.empty();
        }
    }

    static IPAddress unmapped(IPAddress address) {
        return address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
    }

    /** Whose address it is, as far as can be told: the address itself, or its /64. */
    public String subscriber() {
        return value.isIPv6() ? value.toPrefixBlock(IPV6_NETWORK_BITS).toCanonicalString() : value.toCanonicalString();
    }

    @Override
    public String toString() {
        return value.withoutPrefixLength().toCanonicalString();
    }
}
