package io.boxoffice.waitingroom.event;

import io.boxoffice.common.security.InternalCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    EventCatalog eventCatalog(InternalCalls calls) {
        return calls.client("event", EventCatalog.class);
    }
}
