package io.boxoffice.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GateTests {

    @Test
    void aForgedCodeDiffersInItsSignatureAlone() {
        String code = "BX1.S.eyJzIjoiRmxvb3IvQS8xIn0.AAAAAAAAAAAAAAAAAAAAAAAAAA";

        String forged = Gate.forged(code);

        assertThat(forged).hasSameSizeAs(code).isNotEqualTo(code).startsWith("BX1.S.eyJzIjoiRmxvb3IvQS8xIn0.");
    }
}
