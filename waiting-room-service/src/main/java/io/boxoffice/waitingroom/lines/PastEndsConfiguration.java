package io.boxoffice.waitingroom.lines;

import io.boxoffice.common.messaging.Broadcasts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

@Configuration(proxyBeanMethods = false)
class PastEndsConfiguration {

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> endsToldByUs(Broadcasts broadcasts, PastEnds ends) {
        return broadcasts.listener("boxoffice.queue", "waiting-room-ends", ends.back(), ends::hear);
    }

    /** Of purchases the seats' owner tells, whatever became of our own word of them. */
    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> endsToldBySeats(Broadcasts broadcasts, PastEnds ends) {
        return broadcasts.listener("boxoffice.seats", "waiting-room-purchases", ends.back(), ends::hear);
    }
}
