package tel.ringer.warp.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    private final Networks ours = Networks.parse("proxies", "10.0.0.0/8, ::1, fd00::/8");

    private String client(String peer, String... forwardedFor) {
        return Proxies.client(ours, peer, List.of(forwardedFor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1    | 203.0.113.7                       | 203.0.113.7",
                "10.0.0.1    | 203.0.113.7, 10.0.0.2             | 203.0.113.7",
                "10.0.0.1    | 198.51.100.1, 203.0.113.7         | 203.0.113.7",
                "10.0.0.1    | 10.9.9.9, 203.0.113.7, 10.0.0.2   | 203.0.113.7",
                "10.0.0.1    | 10.0.0.3, 10.0.0.2                | 10.0.0.3",
                "fd00::1     | 2001:DB8:0:0::1                   | 2001:db8::1",
                "::ffff:10.0.0.1 | 203.0.113.7                   | 203.0.113.7",
                "::1         | ::ffff:203.0.113.7                | 203.0.113.7",
                "203.0.113.9 | 198.51.100.1                      | 203.0.113.9",
                "10.0.0.1    | rubbish                           | 10.0.0.1",
                "10.0.0.1    | 203.0.113.7, rubbish              | 10.0.0.1",
                "10.0.0.1    | 203.0.113.7, rubbish, 10.0.0.2    | 10.0.0.2",
                "10.0.0.1    | 203.0.113.0/24                    | 10.0.0.1",
                "10.0.0.1    | 203.0.113.7:4711                  | 10.0.0.1",
                "10.0.0.1    | *                                 | 10.0.0.1"
            })
    void itIsTheLastThatIsNoProxyOfOurs(String peer, String forwardedFor, String client) {
        assertEquals(client, client(peer, forwardedFor));
    }

    @Test
    void aSecondLineGoesOnWhereTheFirstEnds() {
        assertEquals("203.0.113.7", client("10.0.0.1", "198.51.100.1", "203.0.113.7, 10.0.0.2"));
    }

    @Test
    void withoutTheHeaderItIsThePeer() {
        assertEquals("10.0.0.1", client("10.0.0.1"));
        assertEquals("10.0.0.1", client("10.0.0.1", ""));
    }

    @Test
    void withoutProxiesTheHeaderCountsForNothing() {
        assertEquals("10.0.0.1", Proxies.client(Networks.parse("proxies", ""), "10.0.0.1", List.of("203.0.113.7")));
    }
}
