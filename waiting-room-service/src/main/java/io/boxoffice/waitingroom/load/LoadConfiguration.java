package io.boxoffice.waitingroom.load;

import io.boxoffice.common.messaging.Broadcasts;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Every instance hears the load of all: whichever looks at a line first decides. */
@Configuration(proxyBeanMethods = false)
class LoadConfiguration {

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> loadListener(Broadcasts broadcasts, SellingLoad sellingLoad) {
        return broadcasts.listener("boxoffice.load", "selling-load", Duration.ZERO, sellingLoad::hear);
    }
}
