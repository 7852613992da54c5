package io.boxoffice.event.availability;

import io.boxoffice.common.security.InternalCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvailabilityConfiguration {

    @Bean
    AvailabilityCounts availabilityCounts(InternalCalls calls) {
        return calls.client("inventory", AvailabilityCounts.class);
    }
}
