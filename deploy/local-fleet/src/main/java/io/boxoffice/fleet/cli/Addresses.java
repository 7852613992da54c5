package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetJson;
import io.boxoffice.fleet.settings.Ports;
import io.boxoffice.fleet.settings.PrivateFiles;
import io.boxoffice.fleet.settings.Secrets;
import io.boxoffice.fleet.supervisor.Installation;
import java.io.IOException;
import java.io.PrintStream;

/** Where a running fleet is reached, told to people and written down for programs. */
final class Addresses {

    private record Credentials(
            String gateway, String issuer, Client e2eClient, String demoPassword, Provider provider, String mailUrl) {}

    private record Client(String id, String secret) {}

    private record Provider(String baseUrl, String publishableKey, String webhookSecret, String controlToken) {}

    private final FleetHome home;
    private final Installation installed;

    Addresses(FleetHome home, Installation installed) {
        this.home = home;
        this.installed = installed;
    }

    void writeCredentials(Ports ports, Secrets secrets) throws IOException {
        var credentials = new Credentials(
                local(ports.of("gateway")),
                "http://localhost:" + ports.of("identity"),
                new Client("boxoffice-e2e", secrets.of("client.boxoffice-e2e")),
                secrets.of("identity.demo-password"),
                new Provider(
                        local(ports.of("payment-simulator")),
                        secrets.of("provider.publishable-key", "pk_test_"),
                        secrets.of("provider.webhook-secret", "whsec_"),
                        secrets.of("provider.control-token")),
                local(ports.of("mail")));
        PrivateFiles.write(home.credentials(), FleetJson.MAPPER.writeValueAsString(credentials));
    }

    void print(PrintStream out, Ports ports) {
        out.printf(
                """

                Boxoffice is ready.
                  API          http://localhost:%d/api/v1
                  identity     http://localhost:%d
                  mail         http://localhost:%d
                  credentials  %s
                  everything   ./boxoffice status%s
                """,
                ports.of("gateway"),
                ports.of("identity"),
                ports.of("mail"),
                home.credentials(),
                isUsual() ? "" : " --home '" + home.root() + "'");
    }

    private boolean isUsual() {
        return home.root().equals(new FleetHome(installed.repository().resolve(".boxoffice")).root());
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
