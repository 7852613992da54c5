package io.boxoffice.inventory.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InventoryTest
class StreamApiIT {
    private static final int MOST = 40;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    Streams streams;

    @LocalServerPort
    int port;

    private final List<StreamViewer> viewers = new ArrayList<>();

    @AfterEach
    void everybodyLeaves() {
        viewers.forEach(StreamViewer::close);
        await().until(() -> viewersNow() == 0);
    }

    private double viewersNow() {
        return metrics.get("boxoffice.stream.viewers").gauge().value();
    }

    private StreamViewer viewer(UUID event) {
        return kept(StreamViewer.of(port, event));
    }

    private StreamViewer viewer(UUID event, @Nullable String last, @Nullable StreamViewer before) {
        return kept(StreamViewer.of(port, event, last, before));
    }

    private StreamViewer kept(StreamViewer viewer) {
        viewers.add(viewer);
        return viewer;
    }

    @Test
    void aViewerIsToldEverythingAndThenWhatChanges() {
        var show = shows.onSale(2, 6);
        var viewer = viewer(show.id()).awaitTold(1);
        assertThat(viewer.answer.statusCode()).isEqualTo(200);
        assertThat(viewer.answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(viewer.answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(viewer.answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        var snapshot = viewer.told.getFirst();
        assertThat(snapshot.event()).isEqualTo("snapshot");
        var document = api.availability(show.id()).body();
        assertThat(snapshot.data().path("sections")).isEqualTo(document.path("sections"));
        assertThat(snapshot.data().path("version")).isEqualTo(document.path("version"));
        assertThat(snapshot.data().path("event_id").asString())
                .isEqualTo(show.id().toString());
        assertThat(snapshot.data().path("as_of").asString()).isNotBlank();

        var fan = UUID.randomUUID();
        var hold = api.hold(fan, show.id(), show.seats().subList(2, 4)).id("hold_id");
        viewer.awaitTold(2);
        var delta = viewer.told.get(1);
        assertThat(delta.event()).isEqualTo("delta");
        assertThat(delta.id()).isEqualTo("2");
        assertThat(delta.data().toString())
                .contains("\"version\":2", "\"from_version\":0", "[\"Floor\",2,\"R\"]", "[\"Floor\",3,\"R\"]")
                .contains(
                        "\"counts\":{\"Floor\":{\"available\":10,\"reserved\":2,\"purchased\":0,\"not_for_sale\":0}}");
        api.release(fan, show.id(), hold);
        viewer.awaitTold(3);
        assertThat(viewer.letters("Floor")).isEqualTo("AAAAAAAAAAAA");
        assertThat(viewer.version()).isEqualTo(4);
        api.buy(fan, show.id(), show.seats().subList(0, 2), UUID.randomUUID());
        await().until(() -> viewer.letters("Floor").equals("PPAAAAAAAAAA"));
        assertThat(viewer.faults).isEmpty();
    }

    @Test
    void whatSomebodyElseDidInTheShardIsToldAsWell() {
        var show = shows.onSale(1, 4);
        var viewer = viewer(show.id()).awaitTold(1);
        show.behind().sql("""
                        WITH blocked AS (UPDATE seats SET not_for_sale = true, version = version + 1
                                         WHERE seat_id = :seat RETURNING event_id, seat_id, version)
                        INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id)
                        SELECT event_id, seat_id, version, 'RELEASED', 'test', gen_random_uuid() FROM blocked""").param("seat", show.seats().get(3)).update();
        await().until(() -> viewer.letters("Floor").equals("AAAX"));
        assertThat(viewer.count("Floor", "not_for_sale")).isOne();
        assertThat(viewer.faults).isEmpty();
    }

    @Test
    void generalAdmissionIsToldInFigures() {
        var show = shows.generalAdmissionOnSale(8);
        var viewer = viewer(show.id()).awaitTold(1);
        assertThat(viewer.count("Pit", "available")).isEqualTo(8);
        assertThat(viewer.letters("Pit")).isEmpty();
        api.holdBest(UUID.randomUUID(), show.id(), Map.of("quantity", 3, "section", "Pit"));
        viewer.awaitTold(2);
        assertThat(viewer.told.get(1).data().path("changes")).isEmpty();
        assertThat(viewer.count("Pit", "available")).isEqualTo(5);
        assertThat(viewer.count("Pit", "reserved")).isEqualTo(3);
    }

    @Test
    void whoComesBackInTimeIsToldTheRestAlone() {
        var show = shows.onSale(2, 6);
        var first = viewer(show.id()).awaitTold(1);
        first.close();
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2));
        var witness = viewer(show.id()).awaitTold(1);
        await().until(() -> witness.letters("Floor").startsWith("RR"));

        var back = kept(StreamViewer.after(port, show.id(), first)).awaitTold(1);
        assertThat(back.told.getFirst().event()).isEqualTo("delta");
        await().until(() -> back.letters("Floor").equals("RRAAAAAAAAAA"));
        assertThat(back.faults).isEmpty();
        var again = kept(StreamViewer.after(port, show.id(), back)).awaitTold(1);
        assertThat(again.told.getFirst().event()).isEqualTo("delta");
        assertThat(again.faults).isEmpty();
    }

    @Test
    void whoNamesWhatIsNotRememberedIsToldEverything() {
        var show = shows.onSale(1, 4);
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2));
        for (var last : List.of("1", "99", "x", "-1", "", "99999999999999999999")) {
            assertThat(viewer(show.id(), last, null)
                            .awaitTold(1)
                            .told
                            .getFirst()
                            .event())
                    .as(last)
                    .isEqualTo("snapshot");
        }
    }

    @Test
    void anUnknownEventIsNotFound() {
        assertThat(viewer(UUID.randomUUID()).answer.statusCode()).isEqualTo(404);
        assertThat(api.get("/api/v1/events/nothing/availability/stream").status())
                .isEqualTo(404);
    }

    @Test
    void whoFindsNoPlaceIsToldWhenToComeBackAndIsLetInWhenOneIsFree() {
        var show = shows.onSale(1, 2);
        for (int i = 0; i < MOST; i++) {
            viewer(show.id()).awaitTold(1);
        }
        var refused = api.get("/api/v1/events/" + show.id() + "/availability/stream");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("streams-full");
        assertThat(refused.header("Retry-After")).isNotBlank();
        viewers.getFirst().close();
        await().until(() -> viewer(show.id()).answer.statusCode() == 200);
    }

    @Test
    void aSilentStreamSaysThatItIsAliveAndOneThatWasLeftIsNoticed() {
        var show = shows.onSale(1, 2);
        var viewer = viewer(show.id()).awaitTold(1);
        assertThat(viewer.retries).hasSize(1).allMatch(retry -> retry.matches("\\d{4}"));
        await().until(() -> viewer.comments.size() >= 2);
        assertThat(viewersNow()).isEqualTo(1);
        viewer.close();
        await().until(() -> viewersNow() == 0);
    }

    @Test
    void whoDoesNotReadIsClosedAndKeepsNobodyWaiting() throws IOException {
        var show = shows.onSale(26, 1_000);
        var other = viewer(show.id()).awaitTold(1);
        try (var slow = new Socket()) {
            slow.setReceiveBufferSize(1_024);
            slow.connect(new InetSocketAddress("localhost", port));
            slow.getOutputStream()
                    .write(("GET /api/v1/events/" + show.id() + "/availability/stream HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> viewersNow() == 2);
            api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2));
            other.awaitTold(2);
            await().until(() -> viewersNow() == 1);
        }
        assertThat(other.hasEnded()).isFalse();
        assertThat(other.faults).isEmpty();
    }

    @Test
    void theSeatsOfACancelledEventAreStillShown() {
        var show = shows.onSale(1, 4);
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2));
        var viewer = viewer(show.id()).awaitTold(1);
        assertThat(viewer.letters("Floor")).isEqualTo("RRAA");
        shows.announce(
                "EventCancelled",
                Map.of("event_id", show.id(), "occurred_at", "2027-01-02T12:00:00Z", "aggregate_version", 2));
        await().until(() -> viewer.letters("Floor").equals("AAAA"));
        assertThat(viewer.hasEnded()).isFalse();
    }

    @Test
    void afterAMoveEverythingIsToldAnew() {
        var show = shows.onSale(1, 4);
        var viewer = viewer(show.id()).awaitTold(1);
        show.behind()
                .sql("UPDATE shard_events SET epoch = epoch + 1 WHERE event_id = ?")
                .param(show.id())
                .update();
        viewer.awaitTold(2);
        assertThat(viewer.told.get(1).event()).isEqualTo("snapshot");
        assertThat(viewer.faults).isEmpty();
    }

    @Test
    void aSeatThatWasFollowedWronglyIsFoundCountedAndTold() {
        var show = shows.onSale(1, 4);
        var viewer = viewer(show.id()).awaitTold(1);
        double before = metrics.get("boxoffice.stream.differences").counter().count();
        show.behind()
                .sql("UPDATE seats SET not_for_sale = true WHERE seat_id = ?")
                .param(show.seats().getFirst())
                .update();
        await().until(() -> viewer.letters("Floor").equals("XAAA"));
        assertThat(metrics.get("boxoffice.stream.differences").counter().count())
                .isEqualTo(before + 1);
    }

    @Test
    void availabilityIsWhatTheStreamTells() {
        var show = shows.onSale(1, 4);
        var viewer = viewer(show.id()).awaitTold(1);
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2));
        assertThat(api.availability(show.id()).body().at("/sections/0/seats").asString())
                .isEqualTo("RRAA");
        viewer.awaitTold(2);
        assertThat(api.availability(show.id()).body().path("version").asLong()).isEqualTo(viewer.version());
    }

    @Test
    void whenTheInstanceStopsEverybodyIsToldWhenToComeBack() {
        var show = shows.onSale(1, 4);
        var viewer = viewer(show.id()).awaitTold(1);
        streams.stop();
        try {
            await().until(viewer::hasEnded);
            assertThat(viewer.retries).hasSize(2).allMatch(retry -> retry.matches("\\d{4}"));
            assertThat(viewer(show.id()).answer.statusCode()).isEqualTo(503);
        } finally {
            streams.start();
        }
        assertThat(kept(StreamViewer.after(port, show.id(), viewer)).awaitTold(1).faults)
                .isEmpty();
    }
}
