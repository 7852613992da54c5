package io.boxoffice.payment.provider;

import java.net.URI;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a browser needs to make a payment method at the provider. */
@RestController
class PaymentConfigController {
    private final ProviderProperties properties;

    PaymentConfigController(ProviderProperties properties) {
        this.properties = properties;
    }

    record PaymentConfig(String provider, String publishableKey, URI baseUrl) {}

    @GetMapping("/api/v1/payment-config")
    PaymentConfig config() {
        return new PaymentConfig("stripe", properties.publishableKey(), properties.baseUrl());
    }
}
