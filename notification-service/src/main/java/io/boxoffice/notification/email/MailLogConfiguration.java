package io.boxoffice.notification.email;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class MailLogConfiguration {

    @Bean
    @ConditionalOnProperty("notification.mail-log-url")
    MailLog mailLog(EmailProperties properties, RestClient.Builder builder) {
        return new MailLog(Objects.requireNonNull(properties.mailLogUrl()), builder);
    }
}
