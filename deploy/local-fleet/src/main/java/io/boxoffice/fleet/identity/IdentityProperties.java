package io.boxoffice.fleet.identity;

import io.boxoffice.fleet.standalone.Setting;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The issuer and its secrets.
 *
 * @param issuer the address that tokens name
 * @param e2eSecret secret of the client {@code boxoffice-e2e}
 * @param demoPassword the password of every demo user
 * @param gatewayUrl the web app's address; its pages may ask for codes
 * @param serviceSecrets secret per service client, {@code svc-payment} and the like
 */
@ConfigurationProperties("identity")
record IdentityProperties(
        String issuer, String e2eSecret, String demoPassword, URI gatewayUrl, Map<String, String> serviceSecrets) {

    IdentityProperties(
            @Nullable String issuer,
            @Nullable String e2eSecret,
            @Nullable String demoPassword,
            @Nullable URI gatewayUrl,
            @Nullable Map<String, String> serviceSecrets) {
        this.issuer = Setting.required("identity.issuer", issuer);
        this.e2eSecret = Setting.required("identity.e2e-secret", e2eSecret);
        this.demoPassword = Setting.required("identity.demo-password", demoPassword);
        this.gatewayUrl = Setting.required("identity.gateway-url", gatewayUrl);
        this.serviceSecrets = serviceSecrets == null ? Map.of() : Map.copyOf(serviceSecrets);
        this.serviceSecrets.forEach((client, secret) -> Setting.required("identity.service-secrets." + client, secret));
    }

    /** The web app's addresses: this machine has two names, and people use both. */
    List<URI> webApps() {
        return "localhost".equals(gatewayUrl.getHost())
                ? List.of(gatewayUrl, URI.create(gatewayUrl.toString().replaceFirst("//localhost", "//127.0.0.1")))
                : List.of(gatewayUrl);
    }

    @Override
    public String toString() {
        return "IdentityProperties[issuer=" + issuer + "]";
    }
}
