package io.boxoffice.inventory.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotatingProofTests {
    private static final SecretKey RFC =
            new SecretKeySpec("12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");

    @ParameterizedTest
    @CsvSource({
        "0000000000000001, 46119246",
        "00000000023523EC, 68084774",
        "00000000023523ED, 67062674",
        "000000000273EF07, 91819424",
        "0000000003F940AA, 90698825",
        "0000000027BC86AA, 77737706"
    })
    void theDigitsAreThoseOfRfc6238(String step, String digits) {
        assertThat(RotatingProof.at(RFC, Long.parseLong(step, 16))).isEqualTo(digits);
    }

    @Test
    void aProofIsGoodInItsOwnStepAndTheNext() {
        var proof = RotatingProof.at(RFC, 100);
        assertThat(RotatingProof.good(RFC, 99, proof)).isFalse();
        assertThat(RotatingProof.good(RFC, 100, proof)).isTrue();
        assertThat(RotatingProof.good(RFC, 101, proof)).isTrue();
        assertThat(RotatingProof.good(RFC, 102, proof)).isFalse();
    }

    @Test
    void eachTicketAndGenerationHasASecretOfItsOwn() {
        var ticket = UUID.randomUUID();
        var first = RotatingProof.secret(RFC, ticket, 1);
        assertThat(RotatingProof.secret(RFC, ticket, 1)).isEqualTo(first);
        assertThat(RotatingProof.secret(RFC, ticket, 2)).isNotEqualTo(first);
        assertThat(RotatingProof.secret(RFC, UUID.randomUUID(), 1)).isNotEqualTo(first);
    }
}
