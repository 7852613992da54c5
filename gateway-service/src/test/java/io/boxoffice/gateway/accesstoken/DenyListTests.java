package io.boxoffice.gateway.accesstoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DenyListTests {

    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    private final DenyList denyList = new DenyList();

    @Test
    void aSessionIsForgottenWhenItsTokensAreLongExpired() {
        denyList.deny("early", NOON);
        denyList.deny("late", NOON.plusSeconds(60));
        denyList.deny("late", NOON.plusSeconds(90));

        denyList.forgetBefore(NOON.plusSeconds(30));

        assertThat(denyList.endOf("early")).isEmpty();
        assertThat(denyList.endOf("late")).hasValue(NOON.plusSeconds(60));
    }
}
