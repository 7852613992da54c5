package io.boxoffice.inventory.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class ScanApiIT {
    private final UUID fan = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    private Shows.Show sold(Map<String, Object> plan) {
        var show = shows.onSale(plan);
        var hold = api.hold(fan, show.id(), show.seats().subList(0, 1)).id("hold_id");
        var fence =
                api.checkout(show.id(), hold, order, fan).body().path("fence").asLong();
        api.confirm(show.id(), hold, order, fence, fan);
        return show;
    }

    private Api.Answer codes(Shows.Show show) {
        return api.send(api.internal("/internal/events/" + show.id() + "/orders/" + order + "/codes")
                .GET());
    }

    private String code(Shows.Show show) {
        return codes(show).body().at("/items/0/code").asString();
    }

    private String reason(Shows.Show show, String code, String gate) {
        var answer = api.scan(show.id(), code, gate, "gate-1", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.text("reason");
    }

    @Test
    void aTicketLetsInOnceAndTheSameNonceGetsTheSameAnswer() {
        var show = sold(shows.plan(1, 5));
        var code = code(show);
        var first = api.scan(show.id(), code, "A", "gate-1", "n-1");
        assertThat(first.text("result")).as(first.raw().body()).isEqualTo("ADMITTED");
        assertThat(first.text("seat")).isEqualTo("Floor/A/1");
        assertThat(first.body().path("entry").asInt()).isEqualTo(1);
        assertThat(api.scan(show.id(), code, "A", "gate-1", "n-1").body()).isEqualTo(first.body());
        assertThat(reason(show, code, "A")).isEqualTo("already-used");
        var elsewhere = api.scan(show.id(), code, "A", "gate-2", "n-1");
        assertThat(elsewhere.text("reason")).isEqualTo("already-used");
        await().untilAsserted(
                        () -> assertThat(heard.all("TicketScanned", show.id())).hasSize(3));
        var mine = api.send(
                api.as(fan, "FAN", "/api/v1/events/" + show.id() + "/tickets").GET());
        assertThat(mine.body().at("/items/0/status").asString()).isEqualTo("USED");
    }

    @Test
    void aScreenshotAtManyGatesLetsInOne() throws Exception {
        var show = sold(shows.plan(1, 5));
        var code = code(show);
        var scans = new ArrayList<Callable<String>>();
        for (int i = 0; i < 60; i++) {
            var device = "gate-" + i % 30;
            scans.add(() -> api.scan(show.id(), code, "A", device, "same").text("result"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<String>();
            for (var result : threads.invokeAll(scans)) {
                results.add(result.get());
            }
            assertThat(results).filteredOn("ADMITTED"::equals).hasSize(2);
        }
        assertThat(show.behind()
                        .sql("SELECT count(*) FROM scans WHERE event_id = ? AND result = 'ADMITTED'")
                        .param(show.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aCodeThatIsNotGoodHereIsRefusedWithItsReason() {
        var show = sold(shows.plan(1, 5));
        var code = code(show);
        var other = shows.onSale(1, 1);
        assertThat(reason(show, "anything", "A")).isEqualTo("bad-signature");
        assertThat(reason(show, code.substring(0, code.length() - 4) + "AAAA", "A"))
                .isEqualTo("bad-signature");
        assertThat(reason(show, code.replace("BX1.S", "BX1.R"), "A")).isEqualTo("bad-signature");
        assertThat(reason(other, code, "A")).isEqualTo("wrong-event");
        assertThat(reason(show, code, "B")).isEqualTo("wrong-gate");
        show.behind()
                .sql("UPDATE tickets SET generation = 2 WHERE order_id = ?")
                .param(order)
                .update();
        assertThat(reason(show, code, "A")).isEqualTo("transferred");
        show.behind()
                .sql("UPDATE tickets SET generation = 1, lock_kind = 'REFUND' WHERE order_id = ?")
                .param(order)
                .update();
        assertThat(reason(show, code, "A")).isEqualTo("locked");
        api.revoke(show.id(), order);
        assertThat(reason(show, code, "A")).isEqualTo("revoked");
        assertThat(codes(show).body().path("items").size()).isZero();
        show.behind().sql("DELETE FROM tickets WHERE order_id = ?").param(order).update();
        assertThat(reason(show, code, "A")).isEqualTo("unknown");
    }

    @Test
    void aCodeDiesADayAfterTheEvent() {
        var plan = shows.plan(1, 5);
        plan.put("date", "2020-08-15T19:00:00Z");
        var show = sold(plan);
        assertThat(reason(show, code(show), "A")).isEqualTo("code-expired");
    }

    @Test
    void aPostponedEventLetsInWithTheCodesOfItsFirstDate() {
        var plan = shows.plan(1, 5);
        plan.put("date", "2020-08-15T19:00:00Z");
        var show = sold(plan);
        var printed = code(show);
        show.behind()
                .sql("UPDATE shard_events SET event_date = clock_timestamp() + interval '1 hour' WHERE event_id = ?")
                .param(show.id())
                .update();
        assertThat(api.scan(show.id(), printed, "A", "gate-1", "n").text("result"))
                .isEqualTo("ADMITTED");
    }

    @Test
    void theDoorsStayShutUntilTheyOpen() {
        var plan = shows.plan(1, 5);
        plan.put("doors_open", "2099-08-15T17:00:00Z");
        var show = sold(plan);
        assertThat(reason(show, code(show), "A")).isEqualTo("too-early");
    }

    @Test
    void onlyScannersScanAndOnlyInwards() {
        var show = shows.onSale(1, 1);
        var path = "/api/v1/events/" + show.id() + "/scans";
        assertThat(api.send(api.as(fan, "FAN", path).POST(Api.json("{}"))).code())
                .isEqualTo("forbidden");
        assertThat(api.send(api.request(path).POST(Api.json("{}"))).code()).isEqualTo("unauthenticated");
        var out = Api.json(Map.of(
                "code",
                "x",
                "gate",
                "A",
                "device_id",
                "d",
                "scanned_at",
                "2027-01-01T00:00:00Z",
                "nonce",
                "n",
                "direction",
                "OUT"));
        assertThat(api.send(api.as(fan, "SCANNER", path).POST(out)).code()).isEqualTo("validation-failed");
        assertThat(api.scan(UUID.randomUUID(), "x", "A", "d", "n").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"gate", "device_id", "nonce", "code", "scanned_at", "direction"})
    void everyFieldOfAScanIsNeeded(String field) {
        var show = shows.onSale(1, 1);
        var body = new java.util.HashMap<String, Object>(Map.of(
                "code",
                "x",
                "gate",
                "A",
                "device_id",
                "d",
                "scanned_at",
                "2027-01-01T00:00:00Z",
                "nonce",
                "n",
                "direction",
                "IN"));
        body.remove(field);
        var answer = api.send(
                api.as(fan, "SCANNER", "/api/v1/events/" + show.id() + "/scans").POST(Api.json(body)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo("/" + field);
    }

    @Test
    void theKeysThatVerifyArePublished() {
        var keys = api.get("/api/v1/scan-keys");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.header("Cache-Control")).contains("public");
        assertThat(List.of("kty", "crv", "kid", "x", "use", "alg"))
                .allSatisfy(
                        field -> assertThat(keys.body().at("/keys/0/" + field).asString())
                                .isNotBlank());
    }
}
