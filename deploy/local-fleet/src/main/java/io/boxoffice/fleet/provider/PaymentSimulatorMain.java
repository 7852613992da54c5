package io.boxoffice.fleet.provider;

import io.boxoffice.fleet.provider.api.StripeConfiguration;
import io.boxoffice.fleet.provider.books.BooksConfiguration;
import io.boxoffice.fleet.provider.fault.FaultConfiguration;
import io.boxoffice.fleet.provider.webhook.WebhookConfiguration;
import io.boxoffice.fleet.standalone.Launcher;
import io.boxoffice.fleet.standalone.StandAlone;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The payment provider of the local fleet, a process of its own. */
@StandAlone
@EnableConfigurationProperties(SimulatorProperties.class)
@Import({BooksConfiguration.class, StripeConfiguration.class, FaultConfiguration.class, WebhookConfiguration.class})
public class PaymentSimulatorMain {

    /** Starts the process; the supervisor names the properties file. */
    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return Launcher.start(PaymentSimulatorMain.class, "payment-simulator", 8091, arguments);
    }
}
