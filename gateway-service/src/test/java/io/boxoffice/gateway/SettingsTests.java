package io.boxoffice.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.gateway.keys.KeyProperties;
import io.boxoffice.gateway.route.Service;
import io.boxoffice.gateway.route.ServiceAddresses;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTests {

    @Test
    void addressesAreReadByTheNamesOfTheServices() {
        var addresses = bind(
                "boxoffice",
                ServiceAddresses.class,
                Map.of(
                        "boxoffice.services.waiting-room", "http://a:1, http://a:2",
                        "boxoffice.services.inventory", "http://b:1",
                        "boxoffice.services.payment", "http://c:1",
                        "boxoffice.services.event", "http://d:1",
                        "boxoffice.services.notification", "http://e:1",
                        "boxoffice.services.analytics", "http://f:1",
                        "boxoffice.services.fraud", "http://g:1",
                        "boxoffice.services.resale", "http://h:1",
                        "boxoffice.services.elsewhere", "http://not-routed:1"));

        assertThat(addresses.of(Service.WAITING_ROOM))
                .containsExactly(URI.create("http://a:1"), URI.create("http://a:2"));
        assertThat(addresses.of(Service.EVENT)).containsExactly(URI.create("http://d:1"));
    }

    @Test
    void aMissingAddressStopsTheStart() {
        assertThatThrownBy(() ->
                        bind("boxoffice", ServiceAddresses.class, Map.of("boxoffice.services.event", "http://d:1")))
                .rootCause()
                .hasMessageContaining("boxoffice.services.waiting-room");
    }

    @Test
    void keySettingsAreReadFromTheirKeys() {
        var keys = bind(
                "gateway.keys",
                KeyProperties.class,
                Map.of(
                        "gateway.keys.refresh-every", "1m",
                        "gateway.keys.unknown-key-pause", "2s",
                        "gateway.keys.first-fetch-pause", "3s",
                        "gateway.keys.fetch-timeout", "4s"));

        assertThat(keys)
                .isEqualTo(new KeyProperties(
                        Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4)));
    }

    @Test
    void whatIsKnownToOneFeatureAloneIsReadFromItsKeys() throws ClassNotFoundException {
        assertThat(bound("route.TimeoutProperties", "gateway.timeouts", "uploads", "9s"))
                .hasToString(
                        "TimeoutProperties[connect=PT0.5S, response=PT5S, orders=PT10S, uploads=PT9S, silence=PT45S]");
        assertThat(bound("route.StreamProperties", "gateway.streams", "most", "9"))
                .hasToString("StreamProperties[most=9]");
        assertThat(bound("breaker.BreakerProperties", "gateway.breaker", "open-for", "7s"))
                .hasToString(
                        "BreakerProperties[failurePercent=50, lookBack=PT10S, minimumCalls=20, openFor=PT7S, probes=5]");
        assertThat(bound("accesstoken.AccessTokenProperties", "gateway.access-tokens", "repeats-for", "6s"))
                .hasToString("AccessTokenProperties[repeatsFor=PT6S]");
        assertThat(bound("observe.ObserveProperties", "gateway.observe", "salt", "s-1"))
                .hasToString("ObserveProperties[topic=boxoffice.risk, salt=s-1, waiting=2000]");
        assertThat(bound("edge.EdgeProperties", "gateway", "max-image", "3MB"))
                .asString()
                .contains("maxBody=262144B", "maxImage=3145728B", "slowestImage=PT25S");
        assertThat(bound("apidoc.DocsProperties", "gateway.docs", "retry-every", "8s"))
                .hasToString("DocsProperties[refreshEvery=PT1M, retryEvery=PT8S, fetchTimeout=PT30S]");
        assertThat(bound("browser.CrossOriginProperties", "gateway.cors", "allowed-origins", "https://a.example"))
                .hasToString("CrossOriginProperties[allowedOrigins=[https://a.example], maxAge=PT1H]");
    }

    private static Object bound(String type, String prefix, String key, String value) throws ClassNotFoundException {
        return bind(prefix, Class.forName("io.boxoffice.gateway." + type), Map.of(prefix + "." + key, value));
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
