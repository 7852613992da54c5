package io.boxoffice.fleet.standalone;

import java.time.InstantSource;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class StandAloneConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    ReadinessController readinessController() {
        return new ReadinessController();
    }

    @Bean
    FailureController failureController() {
        return new FailureController();
    }

    @Bean
    ErrorPageRegistrar failurePage() {
        return registry -> registry.addErrorPages(new ErrorPage(FailureController.PATH));
    }

    /** Keeps Spring MVC from starting Hibernate Validator, which nothing here uses. */
    @Bean
    WebMvcConfigurer withoutValidator() {
        return new WebMvcConfigurer() {
            @Override
            public Validator getValidator() {
                return new NoValidator();
            }
        };
    }

    private static final class NoValidator implements Validator {
        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object target, Errors errors) {}
    }
}
