package io.boxoffice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTests {

    private final Forwarding forwarding = new Forwarding(Stream.of("10.0.0.0/8", "192.168.1.128/25", "2001:db8::/33")
            .map(AddressRange::valueOf)
            .toList());

    @ParameterizedTest(name = "from {0} saying {1} comes {2}")
    @CsvSource({
        "203.0.113.9, 1.2.3.4, 203.0.113.9",
        "10.1.2.3, 1.2.3.4, 1.2.3.4",
        "10.1.2.3, '6.6.6.6, 1.2.3.4', 1.2.3.4",
        "10.1.2.3, '6.6.6.6, 1.2.3.4, 10.9.9.9', 1.2.3.4",
        "10.1.2.3, '10.5.5.5, 10.9.9.9', 10.5.5.5",
        "10.1.2.3, 'nonsense', 10.1.2.3",
        "10.1.2.3, '6.6.6.6, nonsense, 10.9.9.9', 10.9.9.9",
        "10.1.2.3, '', 10.1.2.3",
        "10.1.2.3, localhost, 10.1.2.3",
        "192.168.1.200, 1.2.3.4, 1.2.3.4",
        "192.168.1.100, 1.2.3.4, 192.168.1.100",
        "2001:db8:7fff::1, 2001:db8:ffff::1, 2001:db8:ffff:0:0:0:0:1"
    })
    void theClientIsTheNearestAddressThatIsNoProxyOfOurs(String peer, String header, String client) throws Exception {
        assertThat(forwarding
                        .client(InetAddress.getByName(peer), List.of(header))
                        .getHostAddress())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8/8", "", "::1/129"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
