package io.boxoffice.fleet.standalone;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The path every process of the fleet is asked for; answering at all means the context is up. */
@RestController
class ReadinessController {
    @GetMapping("/actuator/health/readiness")
    Map<String, String> readiness() {
        return Map.of("status", "UP");
    }
}
