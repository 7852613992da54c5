package io.boxoffice.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeviceTests {

    @Test
    void theSecretIsThirtyTwoBytesAndItsHashIsOfThem() {
        Device device = new Device("d", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        // SHA-256 of 32 zero bytes
        assertThat(device.secretHash()).isEqualTo("Zmh6rfhivXdsj8GLjp-OIAiXFIVu4jOzkCpZHQ1fKSU");
    }

    @Test
    void twoDevicesHaveTwoSecrets() {
        var random = new SplittableRandom(3);
        Device one = Device.random("a", random);
        Device other = Device.random("a", random);

        assertThat(one.secret()).isNotEqualTo(other.secret());
        assertThat(Base64.getUrlDecoder().decode(one.secret())).hasSize(32);
    }
}
