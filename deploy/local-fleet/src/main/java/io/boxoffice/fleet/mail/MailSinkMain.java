package io.boxoffice.fleet.mail;

import io.boxoffice.fleet.standalone.FleetProperties;
import io.boxoffice.fleet.standalone.Launcher;
import io.boxoffice.fleet.standalone.ProblemAdvice;
import io.boxoffice.fleet.standalone.StandAlone;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The mail server of the local fleet, a process of its own. */
@StandAlone
@EnableConfigurationProperties(MailProperties.class)
@Import({ProblemAdvice.class, MessagesController.class, MessageController.class, PageController.class})
public class MailSinkMain {

    /** Starts the process; the supervisor names the properties file. */
    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return Launcher.start(MailSinkMain.class, "mail", 8092, arguments);
    }

    @Bean
    Mailbox mailbox(FleetProperties fleet, JsonMapper json, InstantSource clock) {
        return new Mailbox(fleet.dataDir(), json, clock);
    }

    @Bean
    SmtpIntake smtpIntake(MailProperties properties, Mailbox mailbox) {
        return new SmtpIntake(properties.smtpPort(), mailbox);
    }
}
