package io.boxoffice.payment.provider;

import com.stripe.StripeClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One client for all we ask of Stripe. It never repeats by itself: whether to repeat is the sagas' decision. */
@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

    @Bean
    StripeClient stripe(ProviderProperties properties) {
        int timeout = Math.toIntExact(properties.timeout().toMillis());
        return StripeClient.builder()
                .setApiKey(properties.secretKey())
                .setApiBase(properties.baseUrl().toString())
                .setConnectTimeout(timeout)
                .setReadTimeout(timeout)
                .setMaxNetworkRetries(0)
                .build();
    }
}
