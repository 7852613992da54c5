package io.boxoffice.notification.letter;

import io.boxoffice.common.security.InternalCalls;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Those who are asked when a letter is written. Drawing a PDF takes longer than a look-up. */
@Configuration(proxyBeanMethods = false)
class LetterConfiguration {
    private static final Duration DRAWN_WITHIN = Duration.ofSeconds(8);

    @Bean
    OrderCalls orderCalls(InternalCalls calls) {
        return calls.client("payment", OrderCalls.class);
    }

    @Bean
    ReceiptCalls receiptCalls(InternalCalls calls) {
        return calls.client("payment", ReceiptCalls.class, DRAWN_WITHIN);
    }

    @Bean
    TicketCalls ticketCalls(InternalCalls calls) {
        return calls.client("inventory", TicketCalls.class, DRAWN_WITHIN);
    }
}
