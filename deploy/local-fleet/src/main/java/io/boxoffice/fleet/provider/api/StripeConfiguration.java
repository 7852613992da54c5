package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.SimulatorProperties;
import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.fault.FaultGate;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API's controllers, who may call them, and from which pages. */
@Configuration(proxyBeanMethods = false)
@Import({
    PaymentIntentController.class,
    PaymentMethodController.class,
    RefundController.class,
    BooksController.class,
    StripeAdvice.class
})
public class StripeConfiguration {

    @Bean
    StripeCalls stripeCalls(Books books, FaultGate gate, SimulatorProperties properties) {
        return new StripeCalls(books, gate, new Idempotency(properties));
    }

    @Bean
    CardForm cardForm(InstantSource clock) {
        return new CardForm(clock);
    }

    @Bean
    IntentDecisions intentDecisions(Books books) {
        return new IntentDecisions(books, new PaymentMethods(books));
    }

    @Bean
    RefundDecisions refundDecisions(Books books) {
        return new RefundDecisions(books);
    }

    @Bean
    WebMvcConfigurer stripeAccess(SimulatorProperties properties) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Keys(properties));
            }

            /** Cards go from the browser straight to the provider, whatever page they were typed into. */
            @Override
            public void addCorsMappings(CorsRegistry registry) {
                registry.addMapping("/v1/payment_methods").allowedOrigins("*").allowedMethods("POST");
            }
        };
    }
}
