package tel.ringer.warp.address;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Addresses that an administrator named, one by one or as networks. */
public final class Networks {
    private static final IPAddressStringParameters NETWORK = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .allowWildcardedSeparator(false)
            .allowPrefixOnly(false)
            .allow_inet_aton(false)
            .toParams();

    private final List<IPAddress> blocks;

    private Networks(List<IPAddress> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /**
     * @param setting the name of the setting, for its error
     * @param text addresses and networks (RFC 4632, RFC 4291, section 2.3), separated by commas; may be blank
     * @throws IllegalArgumentException in one clear sentence, if an entry is neither
     */
    public static Networks parse(String setting, String text) {
        return new Networks(Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> block(setting, entry))
                .toList());
    }

    private static IPAddress block(String setting, String entry) {
        try {
            IPAddress address = new IPAddressString(entry, NETWORK).toAddress();
            return IpAddress.unmapped(address).toPrefixBlock();
        } catch (AddressStringException e) {
            throw new IllegalArgumentException(
                    setting + ": \"" + entry + "\" is neither an IP address nor a network such as 10.0.0.0/8", e);
        }
    }

    public boolean contain(IpAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address.value()));
    }

    /** Whether the text is an address, and one of these. */
    public boolean contain(String address) {
        Optional<IpAddress> parsed = IpAddress.parse(address);
        return parsed.isPresent() && contain(parsed.get());
    }
}
