package io.boxoffice.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "my card is 5555555555554444, thanks",
                "378282246310005",
                "pm_4242424242424242"
            })
    void aCardNumberIsRecognisedWhereverItHides(String text) {
        assertThat(CardNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424241",
                "424242424242",
                "42424242424242424242424242",
                "01234567-1234-7234-8234-123456789012",
                "42424242-4242-4242-8242-424242424242",
                "pm_card_visa",
                "1105.00",
                ""
            })
    void whatIsNoneIsNot(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
    }
}
