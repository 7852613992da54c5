package io.boxoffice.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Entry;
import io.boxoffice.e2e.client.model.Hold;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoxofficeClientTests {

    private static final UUID EVENT = UUID.randomUUID();
    private static final Device DEVICE = new Device("phone", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private static final AccessPass PASS = new AccessPass("jwt", "phone");

    private final List<Call> sent = new ArrayList<>();
    private String answer = "{}";
    private int status = 200;
    private final BoxofficeClient client = new BoxofficeClient(this::answered, "bearer", "10.1.2.3");

    @Test
    void aJoinTellsTheHashOfTheSecretAndNeverTheSecret() throws Exception {
        status = 201;
        answer = """
                {"entry_id":"%s","queue_token":"t","state":"QUEUED","join_number":7,"position":3,"queue_size":9,
                 "estimated_wait_seconds":1,"poll_after_seconds":30}
                """.formatted(UUID.randomUUID());

        Entry entry = client.join(EVENT, DEVICE).value();

        assertThat(entry.joinNumber()).isEqualTo(7);
        assertThat(entry.waiting()).isTrue();
        assertThat(sent.getFirst().body()).contains(DEVICE.secretHash()).doesNotContain(DEVICE.secret());
        assertThat(sent.getFirst().headers())
                .containsEntry("Authorization", "Bearer bearer")
                .containsEntry("X-Forwarded-For", "10.1.2.3");
    }

    @Test
    void aPollCarriesTokenAndSecretAndNoBearer() throws Exception {
        status = 401;
        answer = "{\"code\":\"queue-token-invalid\"}";

        Reply<Entry> reply = client.place(EVENT, "queue-token", DEVICE);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("queue-token-invalid"));
        assertThat(sent.getFirst().headers())
                .containsEntry("X-Queue-Token", "queue-token")
                .containsEntry("X-Queue-Secret", DEVICE.secret())
                .doesNotContainKey("Authorization");
    }

    @Test
    void aHoldShowsAccessTokenDeviceAndKey() throws Exception {
        status = 409;
        answer = "{\"code\":\"seat-taken\",\"taken\":[\"s1\"]}";

        Reply<Hold> reply = client.hold(EVENT, PASS, List.of("s1"), "key-1");

        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(sent.getFirst().headers())
                .containsEntry("X-Access-Token", "jwt")
                .containsEntry("X-Device-Id", "phone")
                .containsEntry("Idempotency-Key", "key-1");
        assertThat(Json.tree(sent.getFirst().body()).path("seat_ids").path(0).asString())
                .isEqualTo("s1");
    }

    @Test
    void moneyIsSentToTheCent() throws Exception {
        status = 402;
        client.order(EVENT, PASS, UUID.randomUUID(), "pm_card_visa", new BigDecimal("1105.00"), "k");

        assertThat(sent.getFirst().body()).contains("\"expected_total\":1105.00");
    }

    private Answer answered(Call call) {
        sent.add(call);
        return new Answer(status, HttpHeaders.of(Map.of(), (_, _) -> true), answer, 0, 0);
    }
}
