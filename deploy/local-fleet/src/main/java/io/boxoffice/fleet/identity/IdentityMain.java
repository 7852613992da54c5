package io.boxoffice.fleet.identity;

import io.boxoffice.fleet.standalone.Launcher;
import io.boxoffice.fleet.standalone.ProblemAdvice;
import io.boxoffice.fleet.standalone.StandAlone;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The identity provider of the local fleet, a process of its own. */
@StandAlone
@EnableConfigurationProperties(IdentityProperties.class)
@Import({
    ProblemAdvice.class,
    SigningConfiguration.class,
    ClientsConfiguration.class,
    SecurityConfiguration.class,
    DemoTokensController.class,
    LoginController.class
})
public class IdentityMain {

    /** Starts the process; the supervisor names the properties file. */
    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return Launcher.start(IdentityMain.class, "identity", 8090, arguments);
    }
}
