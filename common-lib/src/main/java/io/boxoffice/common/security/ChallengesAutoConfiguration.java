package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import io.boxoffice.common.messaging.Broadcasts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Challenges, in services that say {@code boxoffice.challenges.key-set-uri}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "io.boxoffice.common.messaging.MessagingAutoConfiguration"
        })
@ConditionalOnProperty("boxoffice.challenges.key-set-uri")
public class ChallengesAutoConfiguration {

    @Bean
    Challenges challenges(
            @Value("${boxoffice.challenges.key-set-uri}") String keySet,
            RiskVerdicts riskVerdicts,
            Clock clock,
            MeterRegistry metrics) {
        var clearances =
                new Clearances(BearerTokens.processor(KeySetAddresses.of(keySet), JWSAlgorithm.ES256, clock), clock);
        return new Challenges(clearances, riskVerdicts, metrics);
    }

    @Bean
    RiskVerdicts riskVerdicts(Clock clock) {
        return new RiskVerdicts(clock);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> riskVerdictsListener(
            Broadcasts broadcasts, RiskVerdicts riskVerdicts) {
        return broadcasts.listener("boxoffice.risk", "risk-verdicts", RiskVerdicts.KEPT, riskVerdicts::hear);
    }
}
