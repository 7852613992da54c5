package io.boxoffice.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

/** What the end of an admission session means for holds; payment has the rules for quotes and orders. */
@InventoryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionRulesIT {
    private static final int ROW = 10;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    private Shows.Show show;

    @BeforeAll
    void anEventWithAQueue() {
        var plan = shows.plan(6, ROW);
        plan.put("waiting_room", Map.of("mode", "FIFO", "lobby_minutes", 0));
        show = shows.onSale(plan);
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource({
        "0, SessionSuperseded, , access-token-revoked",
        "1, SessionEnded, left, access-token-revoked",
        "2, SessionEnded, purchased, access-token-revoked",
        "3, SessionEnded, expired, access-token-expired"
    })
    void aSessionThatIsOverPlacesNoHoldButRepeatsAndReleasesTheOneItHas(
            int row, String name, String cause, String code) {
        var fan = UUID.randomUUID();
        var session = UUID.randomUUID();
        var token = token(fan, session, 600);
        var seats = seats(row);
        var held = hold(fan, token, "first", seats);
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);

        tell(name, session, cause);

        await().untilAsserted(() -> assertThat(
                        hold(fan, token, UUID.randomUUID().toString(), seats).code())
                .isEqualTo(code));
        var repeat = hold(fan, token, "first", seats);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo(held.body());
        assertThat(api.lookAtHold(fan, show.id(), held.id("hold_id")).text("status"))
                .isEqualTo("ACTIVE");
        assertThat(api.release(fan, show.id(), held.id("hold_id")).status()).isEqualTo(204);
    }

    @Test
    void aSessionHasOneLiveHoldAndAnotherSessionOfTheFanHasNoneBeside() {
        var fan = UUID.randomUUID();
        var token = token(fan, UUID.randomUUID(), 600);
        var held = hold(fan, token, "one", seats(4));
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);

        assertThat(hold(fan, token, "two", seats(5)).code()).isEqualTo("hold-exists");
        assertThat(hold(fan, token(fan, UUID.randomUUID(), 600), "three", seats(5))
                        .code())
                .isEqualTo("hold-exists");
    }

    @Test
    void whoseTimeIsUpMayStillPayForTheHold() {
        var fan = UUID.randomUUID();
        var session = UUID.randomUUID();
        var held = hold(fan, token(fan, session, 600), "one", seats(5).subList(0, 1));
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
        tell("SessionEnded", session, "expired");
        await().untilAsserted(() -> assertThat(
                        hold(fan, token(fan, session, 600), UUID.randomUUID().toString(), seats(5))
                                .code())
                .isEqualTo("access-token-expired"));

        var order = UUID.randomUUID();
        var checkout = checkout(held.id("hold_id"), order, fan, session);
        assertThat(checkout.status()).as(checkout.raw().body()).isEqualTo(200);
        assertThat(checkout(held.id("hold_id"), UUID.randomUUID(), fan, UUID.randomUUID())
                        .code())
                .as("in another session")
                .isEqualTo("access-token-revoked");
        var fence = checkout.body().path("fence").asLong();
        assertThat(api.confirm(show.id(), held.id("hold_id"), order, fence, fan).status())
                .isEqualTo(200);
    }

    private List<UUID> seats(int row) {
        return show.seats().subList(row * ROW, row * ROW + 2);
    }

    private String token(UUID fan, UUID session, int seconds) {
        return TestIssuer.accessToken(
                show.id(), fan, "phone", session, Instant.now().plusSeconds(seconds));
    }

    private Api.Answer hold(UUID fan, String token, String key, List<UUID> seats) {
        return api.send(api.as(fan, "FAN", "/api/v1/events/" + show.id() + "/holds")
                .header("Idempotency-Key", key)
                .header("X-Access-Token", token)
                .header("X-Device-Id", "phone")
                .POST(Api.json(Map.of("seat_ids", seats))));
    }

    private Api.Answer checkout(UUID hold, UUID order, UUID fan, UUID session) {
        return api.send(api.internal("/internal/events/" + show.id() + "/holds/" + hold + "/checkout")
                .POST(Api.json(Map.of("order_id", order, "user_id", fan, "session_id", session))));
    }

    private void tell(String name, UUID session, String cause) {
        var data = "{\"event_id\":\"%s\",\"session_id\":\"%s\",\"cause\":\"%s\"}".formatted(show.id(), session, cause);
        var record =
                new ProducerRecord<>("boxoffice.queue", show.id().toString(), data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/boxoffice/waiting-room",
                        "ce_type",
                        "io.boxoffice." + name + ".v1",
                        "ce_time",
                        Instant.now().toString())
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        kafka.send(record).join();
    }
}
