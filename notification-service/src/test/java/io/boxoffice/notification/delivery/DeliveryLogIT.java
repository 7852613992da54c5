package io.boxoffice.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.Mails;
import io.boxoffice.notification.NotificationServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@NotificationServiceTest
class DeliveryLogIT {
    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Mails mails;

    @Test
    void supportSeesWhatBecameOfAnOrdersLettersAndNoAddress() {
        var order = fleet.order();
        fleet.contactIs(order, "not an address");
        fleet.confirmed(order);
        mails.awaitState(order, "FAILED");

        assertThat(get("?order_id=" + order.orderId(), TestIssuer.internalToken()))
                .startsWith("200")
                .contains(
                        "\"kind\":\"order-confirmed\"",
                        "\"state\":\"FAILED\"",
                        "\"attempts\":1",
                        "\"reason\":\"address-invalid\"",
                        "\"user_id\":\"" + order.userId() + "\"")
                .doesNotContain("not an address");
    }

    @Test
    void anOrderWithoutLettersHasAnEmptyLog() {
        assertThat(get("?order_id=" + UUID.randomUUID(), TestIssuer.internalToken()))
                .isEqualTo("200 {\"items\":[]}");
    }

    @Test
    void whatIsNoOrderIsRefusedAndOthersAreKeptOut() {
        assertThat(get("", TestIssuer.internalToken())).startsWith("400").contains("validation-failed");
        assertThat(get("?order_id=nonsense", TestIssuer.internalToken()))
                .startsWith("400")
                .contains("validation-failed");
        assertThat(get("?order_id=" + UUID.randomUUID(), TestIssuer.token(UUID.randomUUID(), "FAN")))
                .startsWith("403");
    }

    private String get(String query, String token) {
        return RestClient.create()
                .get()
                .uri("http://localhost:" + port + "/internal/deliveries" + query)
                .header("Authorization", "Bearer " + token)
                .exchange((_, response) -> response.getStatusCode().value() + " "
                        + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
