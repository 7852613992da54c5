package io.boxoffice.inventory.seatmap;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class SeatMapApiIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Test
    void theMapShowsSectionsRowsAndSeatsInOrder() {
        var plan = shows.plan(1, 1);
        plan.put("sections", List.of(Shows.section("Zone 2", 2, 3), Shows.section("Floor", 1, 12)));
        plan.put(
                "pricing_tiers",
                List.of(Map.of("section", "Floor", "price", 50), Map.of("section", "Zone 2", "price", 20)));
        var show = shows.onSale(plan);
        var map = api.get("/api/v1/events/" + show.id() + "/seat-map");
        assertThat(map.text("event_id")).isEqualTo(show.id().toString());
        assertThat(map.body().path("version").asLong()).isEqualTo(1);
        var first = map.body().at("/sections/0");
        assertThat(first.path("section").asString()).isEqualTo("Zone 2");
        assertThat(first.path("kind").asString()).isEqualTo("SEATED");
        assertThat(first.path("price").decimalValue()).isEqualByComparingTo("20.00");
        assertThat(first.path("gate").asString()).isEqualTo("A");
        assertThat(first.at("/rows/1/row").asString()).isEqualTo("B");
        var seat = first.at("/rows/1/seats/2");
        assertThat(seat.path("seat_number").asString()).isEqualTo("3");
        assertThat(seat.path("x").asDouble()).isEqualTo(2);
        assertThat(seat.path("y").asDouble()).isEqualTo(1);
        assertThat(seat.path("flags").toString()).isEqualTo("[\"RESTRICTED_VIEW\"]");
        assertThat(map.body().at("/sections/1/rows/0/seats/9/seat_number").asString())
                .isEqualTo("10");
    }

    @Test
    void theMapIsKeptADayAndRevalidatedByItsTag() {
        var show = shows.onSale(1, 2);
        var path = "/api/v1/events/" + show.id() + "/seat-map";
        var map = api.get(path);
        assertThat(map.header("Cache-Control")).contains("public").contains("max-age=86400");
        var tag = map.header("ETag");
        assertThat(tag).startsWith("\"");
        assertThat(api.send(api.request(path).header("If-None-Match", tag).GET())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void whoUnpacksGetsTheMapPackedUnderATagOfItsOwn() throws Exception {
        var show = shows.onSale(20, 20);
        var path = "/api/v1/events/" + show.id() + "/seat-map";
        var plain = api.bytes(api.request(path).GET());
        var packed = api.bytes(
                api.request(path).header("Accept-Encoding", "br, gzip;q=0.8").GET());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        var tag = packed.headers().firstValue("ETag").orElseThrow();
        assertThat(plain.headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(tag));
        assertThat(api.send(api.request(path)
                                .header("Accept-Encoding", "gzip")
                                .header("If-None-Match", tag)
                                .GET())
                        .status())
                .isEqualTo(304);
        assertThat(api.bytes(api.request(path)
                                .header("Accept-Encoding", "gzip;q=0")
                                .GET())
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void anUnknownEventHasNoMap() {
        assertThat(api.get("/api/v1/events/" + UUID.randomUUID() + "/seat-map").code())
                .isEqualTo("not-found");
        assertThat(api.get("/api/v1/events/" + UUID.randomUUID() + "/availability")
                        .status())
                .isEqualTo(404);
    }
}
