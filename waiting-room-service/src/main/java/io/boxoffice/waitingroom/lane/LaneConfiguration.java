package io.boxoffice.waitingroom.lane;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.util.function.SingletonSupplier;

@Configuration(proxyBeanMethods = false)
class LaneConfiguration {

    /** Behind request ids and the body limit, before security. Filters are made before all else, so it finds its lane later. */
    @Bean
    FilterRegistrationBean<LaneFilter> laneFilter(ObjectProvider<Lane> lane) {
        var filter = new FilterRegistrationBean<>(new LaneFilter(SingletonSupplier.of(lane::getObject)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** An observation costs as much as a poll; hot calls are counted and timed by the lane. */
    @Bean
    ObservationPredicate hotCallsAreCountedElsewhere() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext http
                && http.getCarrier() != null
                && HotCall.of(http.getCarrier()).isPresent());
    }

    /** No span for each filter of the security chain: there are a dozen, and the request has one. */
    @Bean
    SecurityObservationSettings onlyTheRequestIsObserved() {
        return SecurityObservationSettings.noObservations();
    }
}
