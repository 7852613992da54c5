package io.boxoffice.inventory.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class BlockApiIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    private Organiser organiser(int rows, int perRow) {
        return Organiser.of(api, shows, shows.plan(rows, perRow));
    }

    private static List<String> ids(Api.Answer block) {
        return StreamSupport.stream(block.body().at("/sections/0/seat_ids").spliterator(), false)
                .map(id -> id.asString())
                .toList();
    }

    @Test
    void namedSeatsAreKeptFromSale() {
        var organiser = organiser(2, 4);
        var seats = organiser.show().seats();
        var made = organiser.block(seats.subList(1, 3));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(organiser.path() + "/" + made.text("block_id"));
        assertThat(made.body().path("seats").asInt()).isEqualTo(2);
        assertThat(ids(made))
                .containsExactly(seats.get(1).toString(), seats.get(2).toString());
        await().untilAsserted(() -> assertThat(organiser.letters()).isEqualTo("AXXAAAAA"));
        assertThat(organiser.count("not_for_sale")).isEqualTo(2);
        assertThat(organiser.count("available")).isEqualTo(6);

        var refused = api.hold(UUID.randomUUID(), organiser.show().id(), seats.subList(1, 3));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("seat-taken");
        History.check(organiser.show());
    }

    @Test
    void whatIsHeldOrSoldOrBlockedCannotBeBlockedAndNothingElseIsThen() {
        var organiser = organiser(4, 2);
        var show = organiser.show();
        var seats = show.seats();
        api.hold(UUID.randomUUID(), show.id(), seats.subList(0, 2));
        api.buy(UUID.randomUUID(), show.id(), seats.subList(2, 4), UUID.randomUUID());
        organiser.block(seats.subList(4, 5));
        var refused = organiser.block(seats.subList(1, 6));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("seat-taken");
        assertThat(StreamSupport.stream(refused.body().path("taken").spliterator(), false)
                        .map(id -> UUID.fromString(id.asString())))
                .containsExactlyInAnyOrderElementsOf(seats.subList(1, 5));
        assertThat(organiser.list().body().path("items")).hasSize(1);
        History.check(show);
    }

    @Test
    void seatsOfAHoldWhoseTimeIsOverCanBeBlocked() {
        var organiser = organiser(1, 2);
        var show = organiser.show();
        show.lapse(api.hold(UUID.randomUUID(), show.id(), show.seats()).id("hold_id"));
        assertThat(organiser.block(show.seats()).status()).isEqualTo(201);
        History.check(show);
    }

    @Test
    void ofASectionOrARowTheFarthestAreTakenFirst() {
        var organiser = organiser(4, 4);
        var seats = organiser.show().seats();
        assertThat(ids(organiser.block(Map.of("section", "Floor", "quantity", 2))))
                .containsExactly(seats.get(14).toString(), seats.get(15).toString());
        assertThat(ids(organiser.block(Map.of("section", "Floor", "row", "A", "quantity", 1))))
                .containsExactly(seats.get(3).toString());
        assertThat(ids(organiser.block(Map.of("section", "Floor", "row", "B")))).hasSize(4);
        var tooMany = organiser.block(Map.of("section", "Floor", "quantity", 10));
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.code()).isEqualTo("no-seats");
        assertThat(tooMany.body().path("available").asInt()).isEqualTo(9);
        assertThat(organiser.block(Map.of("section", "Floor")).code()).isEqualTo("seat-taken");
        History.check(organiser.show());
    }

    @Test
    void placesOfAGeneralAdmissionAreBlockedByNumber() {
        var plan = shows.plan(1, 1);
        plan.put("sections", List.of(Shows.generalAdmission("Pit", 10)));
        plan.put("pricing_tiers", List.of(Map.of("section", "Pit", "price", 20)));
        var organiser = Organiser.of(api, shows, plan);
        var made = organiser.block(Map.of("section", "Pit", "quantity", 8));
        assertThat(made.body().path("seats").asInt()).isEqualTo(8);
        assertThat(made.body().at("/sections/0").has("seat_ids")).isFalse();
        var wish = Map.of("quantity", 3, "section", "Pit", "adjacent", false);
        assertThat(api.holdBest(UUID.randomUUID(), organiser.show().id(), wish).code())
                .isEqualTo("no-seats");
        var left = organiser.release(made.id("block_id"), Map.of("section", "Pit", "quantity", 1));
        assertThat(left.body().path("seats").asInt()).isEqualTo(7);
        assertThat(api.holdBest(UUID.randomUUID(), organiser.show().id(), wish).status())
                .isEqualTo(201);
        History.check(organiser.show());
    }

    @Test
    void aBlockComesBackInPartAndAsAWholeAgainAndAgain() {
        var organiser = organiser(1, 6);
        var seats = organiser.show().seats();
        var block = organiser.block(seats).id("block_id");
        assertThat(organiser
                        .release(block, Map.of("seat_ids", seats.subList(0, 2)))
                        .body()
                        .path("seats")
                        .asInt())
                .isEqualTo(4);
        assertThat(organiser
                        .release(block, Map.of("seat_ids", seats.subList(1, 3)))
                        .code())
                .isEqualTo("unknown-seat");
        assertThat(organiser.look(block).body().has("released_at")).isFalse();
        assertThat(organiser.releaseAll(block).status()).isEqualTo(204);
        assertThat(organiser.releaseAll(block).status()).isEqualTo(204);
        assertThat(organiser.look(block).body().has("released_at")).isTrue();
        await().untilAsserted(() -> assertThat(organiser.letters()).isEqualTo("AAAAAA"));
        assertThat(api.hold(UUID.randomUUID(), organiser.show().id(), seats).status())
                .isEqualTo(201);
        History.check(organiser.show());
    }

    @Test
    void aSectionComesBackWithoutNamingItsSeats() {
        var organiser = organiser(2, 3);
        var block = organiser.block(Map.of("section", "Floor")).id("block_id");
        assertThat(organiser
                        .release(block, Map.of("section", "Floor", "row", "B"))
                        .body()
                        .path("seats")
                        .asInt())
                .isEqualTo(3);
        assertThat(organiser
                        .release(block, Map.of("section", "Floor", "quantity", 4))
                        .code())
                .isEqualTo("no-seats");
        assertThat(organiser.release(block, Map.of("section", "Floor")).body().has("released_at"))
                .isTrue();
        History.check(organiser.show());
    }

    @Test
    void aSectionThatIsKeptFromSaleIsNotNearlyGone() {
        var organiser = organiser(1, 40);
        var seats = organiser.show().seats();
        organiser.block(seats.subList(3, 40));
        var refused = api.hold(UUID.randomUUID(), organiser.show().id(), seats.subList(1, 2));
        assertThat(refused.code()).isEqualTo("orphan-seat");
    }

    @Test
    void theLastSeatThatIsReleasedEndsTheBlock() {
        var organiser = organiser(1, 2);
        var seats = organiser.show().seats();
        var block = organiser.block(seats).id("block_id");
        organiser.release(block, Map.of("seat_ids", seats.subList(0, 1)));
        assertThat(organiser
                        .release(block, Map.of("seat_ids", seats.subList(1, 2)))
                        .body()
                        .has("released_at"))
                .isTrue();
    }

    @Test
    void aRepeatedKeyMakesOneBlock() {
        var organiser = organiser(1, 4);
        var wish = Map.of("section", "Floor", "quantity", 2);
        var first = organiser.block(wish, "once");
        var again = organiser.block(wish, "once");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.id("block_id")).isEqualTo(first.id("block_id"));
        assertThat(organiser.list().body().path("items")).hasSize(1);
    }

    @Test
    void onlyItsOrganiserAndStaffHaveToDoWithIt() {
        var organiser = organiser(1, 4);
        var body = Map.of("name", "House", "kind", "HOUSE", "section", "Floor", "quantity", 1);
        var stranger = new Organiser(api, UUID.randomUUID(), organiser.show());
        assertThat(stranger.as("ORGANIZER", body, "k").status()).isEqualTo(404);
        assertThat(stranger.list().status()).isEqualTo(404);
        assertThat(stranger.as("FAN", body, "k").status()).isEqualTo(403);
        assertThat(stranger.as("OPS", body, "k").status()).isEqualTo(201);
        assertThat(stranger.as("SUPPORT", body, "l").status()).isEqualTo(201);
        assertThat(api.send(api.request(organiser.path()).GET()).status()).isEqualTo(401);
        assertThat(organiser.look(UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(organiser.releaseAll(UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void seatsOfAnotherEventAreUnknown() {
        var organiser = organiser(1, 2);
        var unknown = UUID.randomUUID();
        var refused = organiser.block(List.of(organiser.show().seats().getFirst(), unknown));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("unknown-seat");
        assertThat(refused.body().at("/unknown/0").asString()).isEqualTo(unknown.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'section':'Floor','name':' '}|/name",
                "{'section':'Floor','kind':'FRIENDS'}|/kind",
                "{}|/seat_ids",
                "{'seat_ids':[]}|/seat_ids",
                "{'seat_ids':[null]}|/seat_ids",
                "{'seat_ids':['0199c0de-0000-7000-8000-00000000e0e0'],'section':'Floor'}|/seat_ids",
                "{'seat_ids':['0199c0de-0000-7000-8000-00000000e0e0'],'row':'A'}|/row",
                "{'section':'Floor','quantity':0}|/quantity",
                "{'section':'Nowhere'}|/section",
                "{'section':'Floor','row':'Z'}|/row",
                "{'section':'Floor','release':'tomorrow'}|/release",
                "{'section':'Floor','release':'2020-01-01T00:00:00Z'}|/release",
                "{'section':'Floor','release':'GENERAL_SALE'}|/release",
                "{'section':'Floor','kind':'PHASE'}|/release"
            })
    void whatIsNotFilledInRightIsPointedAt(String given, String pointer) {
        var organiser = organiser(1, 2);
        var body = new HashMap<String, Object>(Map.of("name", "House", "kind", "HOUSE"));
        tools.jackson.databind.json.JsonMapper.shared()
                .readTree(given.replace('\'', '"'))
                .properties()
                .forEach(field -> body.put(field.getKey(), field.getValue()));
        var refused = organiser.as("ORGANIZER", body, "k");
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void aCancelledEventKeepsNothingFromSale() {
        var organiser = organiser(1, 2);
        organiser
                .show()
                .behind()
                .sql("UPDATE shard_events SET sale_state = 'CANCELLED' WHERE event_id = ?")
                .param(organiser.show().id())
                .update();
        assertThat(organiser.block(organiser.show().seats()).status()).isEqualTo(410);
    }
}
