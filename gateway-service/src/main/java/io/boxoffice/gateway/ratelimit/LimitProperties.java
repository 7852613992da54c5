package io.boxoffice.gateway.ratelimit;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is too much.
 *
 * @param address requests from one address
 * @param account requests of one account
 * @param answerWithin how long Redis may take to count; after that this instance counts alone
 */
@Validated
@ConfigurationProperties("gateway.limits")
record LimitProperties(
        @NotNull @DefaultValue("600/10s") Limit address,
        @NotNull @DefaultValue("60/10s") Limit account,
        @NotNull @DefaultValue("50ms") Duration answerWithin) {

    Limit of(Scope scope) {
        return switch (scope) {
            case ADDRESS -> address;
            case ACCOUNT -> account;
        };
    }
}
