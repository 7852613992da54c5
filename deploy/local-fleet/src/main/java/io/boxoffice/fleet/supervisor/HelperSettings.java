package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.Ports;
import io.boxoffice.fleet.settings.Secrets;
import io.boxoffice.fleet.settings.ServiceNames;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings files of what stands in for the outside world: identity provider, payment provider, mail server. */
final class HelperSettings {
    private final FleetHome home;
    private final Ports ports;
    private final Secrets secrets;

    HelperSettings(FleetHome home, FleetOptions options, Secrets secrets) {
        this.home = home;
        this.ports = options.ports();
        this.secrets = secrets;
    }

    Map<String, String> identity() {
        var settings = common("identity");
        settings.put("identity.issuer", "http://localhost:" + ports.of("identity"));
        settings.put("identity.e2e-secret", secrets.of("client.boxoffice-e2e"));
        settings.put("identity.demo-password", secrets.of("identity.demo-password"));
        settings.put("identity.gateway-url", "http://localhost:" + ports.of("gateway"));
        for (var service : ServiceNames.ALL) {
            settings.put("identity.service-secrets.svc-" + service, secrets.of("client.svc-" + service));
        }
        return settings;
    }

    Map<String, String> paymentSimulator() {
        var settings = common("payment-simulator");
        settings.put("simulator.secret-key", secrets.of("provider.secret-key", "sk_test_"));
        settings.put("simulator.publishable-key", secrets.of("provider.publishable-key", "pk_test_"));
        settings.put("simulator.webhook-secret", secrets.of("provider.webhook-secret", "whsec_"));
        settings.put("simulator.control-token", secrets.of("provider.control-token"));
        settings.put(
                "simulator.webhook-url", "http://127.0.0.1:%d/api/v1/webhooks/payments".formatted(ports.of("gateway")));
        return settings;
    }

    Map<String, String> mail() {
        var settings = common("mail");
        settings.put("mail.smtp-port", Integer.toString(ports.of("mail-smtp")));
        return settings;
    }

    private Map<String, String> common(String name) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(ports.of(name)));
        settings.put("spring.main.banner-mode", "off");
        settings.put("fleet.data-dir", home.data(name).toString());
        return settings;
    }
}
