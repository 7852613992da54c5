package io.boxoffice.payment.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.common.security.Challenges.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What we ask of fraud-service, on the wire. */
@HttpExchange("/internal/risk/assessments")
interface RiskCalls {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(
            String purpose,
            UUID userId,
            UUID eventId,
            @Nullable String deviceId,
            @Nullable String address,
            @Nullable Instant accountCreatedAt) {}

    record Assessment(@Nullable Verdict decision) {}

    @PostExchange
    Assessment assess(@RequestBody Question question);
}
