package io.boxoffice.payment.reconcile;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How orders without a worker are gone on with.
 *
 * @param reconcileEvery pause between two rounds, and between two looks at an order without an answer
 * @param captureAfter how long Kafka has to bring a confirmed order to its capture
 */
@Validated
@ConfigurationProperties("payment")
record ReconcileProperties(
        @NotNull @DefaultValue("10s") Duration reconcileEvery,
        @NotNull @DefaultValue("1m") Duration captureAfter) {}
