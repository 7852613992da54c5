package io.boxoffice.resale.purchase;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Calls to payment.
 *
 * @param timeout of reading one answer; longer than payment takes to answer a buyer
 */
@Validated
@ConfigurationProperties("resale.payment")
record PurchaseProperties(@NotNull @DefaultValue("10s") Duration timeout) {}
