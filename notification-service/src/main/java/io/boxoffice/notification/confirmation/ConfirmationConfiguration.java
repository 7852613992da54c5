package io.boxoffice.notification.confirmation;

import io.boxoffice.common.security.InternalCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConfirmationConfiguration {

    @Bean
    Orders orders(InternalCalls calls) {
        return calls.client("payment", Orders.class);
    }

    @Bean
    Tickets tickets(InternalCalls calls) {
        return calls.client("inventory", Tickets.class);
    }

    @Bean
    Shows shows(InternalCalls calls) {
        return calls.client("event", Shows.class);
    }
}
