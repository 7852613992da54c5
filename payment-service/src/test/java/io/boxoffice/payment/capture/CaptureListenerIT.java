package io.boxoffice.payment.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.payment.PaymentFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CaptureListenerIT extends PaymentFixture {
    @Autowired
    private CaptureListener listener;

    @Test
    void hearingOfAnOrderAgainTakesNothingAgain() {
        var buyer = buyer();
        var orderId = buyer.orders("pm_card_visa").orderId();
        settles(orderId, buyer.hold, "CAPTURED");
        await().untilAsserted(() -> assertThat(heard.of(orderId)).endsWith("PaymentCaptured"));

        heard.records(orderId).forEach(listener::hear);
        heard.records(orderId).forEach(listener::hear);
        assertThat(bank.keys).filteredOn((orderId + ":capture")::equals).hasSize(1);
        assertThat(history(orderId)).containsOnlyOnce("ENDED");
    }
}
