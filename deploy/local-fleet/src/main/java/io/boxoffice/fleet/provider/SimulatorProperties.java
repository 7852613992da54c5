package io.boxoffice.fleet.provider;

import io.boxoffice.fleet.standalone.Setting;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys and addresses of the simulated provider.
 *
 * @param secretKey what the platform's server authenticates with
 * @param publishableKey what a browser may use to turn a card into a payment method, and for nothing else
 * @param webhookSecret what webhooks are signed with
 * @param controlToken bearer token of the control API
 * @param webhookUrl where webhooks go
 */
@ConfigurationProperties("simulator")
public record SimulatorProperties(
        String secretKey, String publishableKey, String webhookSecret, String controlToken, URI webhookUrl) {
    /** Refuses to start with a key missing. */
    public SimulatorProperties(
            @Nullable String secretKey,
            @Nullable String publishableKey,
            @Nullable String webhookSecret,
            @Nullable String controlToken,
            @Nullable URI webhookUrl) {
        this.secretKey = Setting.required("simulator.secret-key", secretKey);
        this.publishableKey = Setting.required("simulator.publishable-key", publishableKey);
        this.webhookSecret = Setting.required("simulator.webhook-secret", webhookSecret);
        this.controlToken = Setting.required("simulator.control-token", controlToken);
        this.webhookUrl = Setting.required("simulator.webhook-url", webhookUrl);
    }

    @Override
    public String toString() {
        return "SimulatorProperties[webhookUrl=" + webhookUrl + "]";
    }
}
