package io.boxoffice.common.app;

import io.boxoffice.common.security.AccessRules;
import io.boxoffice.common.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A service with nothing but the plumbing. */
@SpringBootApplication
public class SampleApplication {

    record Line(@NotBlank String labelText, @Min(1) int count) {}

    record Order(@NotBlank String name, BigDecimal price, List<@Valid Line> orderLines) {}

    @Bean
    AccessRules rules() {
        return requests -> {
            requests.requestMatchers(HttpMethod.GET, "/open/*").permitAll();
            requests.requestMatchers(HttpMethod.POST, "/orders").hasRole("FAN");
        };
    }

    @RestController
    static class SampleController {
        @GetMapping("/open/{id}")
        Map<String, Object> open(@PathVariable UUID id) {
            return Map.of("the_id", id);
        }

        @GetMapping("/forgotten")
        String forgotten() {
            return "no rule names this path";
        }

        @PostMapping("/orders")
        Map<String, Object> order(
                @RequestHeader("Idempotency-Key") String key, @Valid @RequestBody Order order, Caller caller) {
            if (order.name().equals("bug")) {
                throw new IllegalStateException("a bug");
            }
            return Map.of("order_name", order.name(), "sub", caller.sub());
        }

        @GetMapping("/internal/secret")
        Map<String, Object> internal() {
            return Map.of("ok", true);
        }
    }
}
