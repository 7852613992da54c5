package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import io.boxoffice.common.messaging.Broadcasts;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Verification of access tokens, in services that say {@code boxoffice.access-tokens.key-set-uri}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "io.boxoffice.common.messaging.MessagingAutoConfiguration"
        })
@ConditionalOnProperty("boxoffice.access-tokens.key-set-uri")
public class AccessTokensAutoConfiguration {

    @Bean
    AccessTokens accessTokens(
            @Value("${boxoffice.access-tokens.key-set-uri}") String keySet, EndedSessions endedSessions, Clock clock) {
        return new AccessTokens(
                BearerTokens.processor(KeySetAddresses.of(keySet), JWSAlgorithm.ES256, clock), endedSessions, clock);
    }

    @Bean
    EndedSessions endedSessions(Clock clock) {
        return new EndedSessions(clock);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> endedSessionsListener(
            Broadcasts broadcasts, EndedSessions endedSessions) {
        return broadcasts.listener("boxoffice.queue", "ended-sessions", EndedSessions.KEPT, endedSessions::hear);
    }
}
