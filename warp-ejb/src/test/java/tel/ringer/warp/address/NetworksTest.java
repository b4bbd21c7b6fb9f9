package tel.ringer.warp.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.1.2.3/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
        "10.0.0.0/8, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "0.0.0.0/0, 192.0.2.2, true",
        "192.0.2.1, rubbish, false",
        "192.0.2.1, '', false"
    })
    void anAddressIsInItOrNot(String network, String address, boolean contained) {
        assertEquals(contained, Networks.parse("x", network).contain(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "10.0.0.0/33", "10.0.0", "10.*.0.1", "*", "/8", "portal.example", "10.0.0.1:80"})
    void whatIsNoNetworkIsAnErrorThatNamesTheSetting(String entry) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Networks.parse("warp.limits.exempt", "10.0.0.1," + entry));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("warp.limits.exempt: \"" + entry + "\""));
    }

    @Test
    void nothingIsNoNetwork() {
        assertEquals(false, Networks.parse("x", " , ").contain("10.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::, 2001:db8:1:2::/64",
        "2001:DB8:1:3::1, 2001:db8:1:3::/64"
    })
    void aSubscriberHasAnAddressOrANetwork(String address, String subscriber) {
        assertEquals(subscriber, IpAddress.parse(address).orElseThrow().subscriber());
    }
}
