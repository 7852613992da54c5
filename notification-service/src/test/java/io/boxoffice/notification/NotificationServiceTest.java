package io.boxoffice.notification;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.boxoffice.common.messaging.Topics;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The whole service on real servers: mail goes over SMTP through a {@link FaultyLine} to GreenMail; other services are WireMock. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "notification.delivery.look-every=100ms",
            "notification.delivery.retry-first=50ms",
            "notification.delivery.retry-most=200ms",
            "notification.delivery.settle=100ms",
            "notification.mailing.every=100ms",
            "notification.mailing.batch=40",
            "notification.letter.web-url=https://boxoffice.example"
        })
@Import({
    PostgresConnection.class,
    KafkaConnection.class,
    IssuerConnection.class,
    NotificationServiceTest.World.class,
    Fleet.class,
    Mails.class
})
public @interface NotificationServiceTest {

    @TestConfiguration(proxyBeanMethods = false)
    class World {

        @Bean(initMethod = "start", destroyMethod = "stop")
        GreenMail mailbox() {
            return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        }

        @Bean(initMethod = "up", destroyMethod = "down")
        FaultyLine smtpLine(GreenMail mailbox) {
            return new FaultyLine(() -> mailbox.getSmtp().getPort());
        }

        @Bean(initMethod = "start", destroyMethod = "stop")
        WireMockServer others() {
            return new WireMockServer(WireMockConfiguration.options().dynamicPort());
        }

        @Bean
        DynamicPropertyRegistrar addresses(FaultyLine smtp, WireMockServer others) {
            return registry -> {
                registry.add("spring.mail.host", () -> "127.0.0.1");
                registry.add("spring.mail.port", smtp::port);
                registry.add("boxoffice.services.inventory", others::baseUrl);
                registry.add("boxoffice.services.payment", others::baseUrl);
                registry.add("boxoffice.services.event", others::baseUrl);
                registry.add("notification.mail-log-url", others::baseUrl);
            };
        }

        @Bean
        KafkaAdmin.NewTopics heardTopics(Topics topics) {
            return topics.named("boxoffice.orders", "boxoffice.catalog", "boxoffice.seats");
        }
    }
}
