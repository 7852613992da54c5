package io.boxoffice.inventory.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class CatalogChangesIT {
    private final UUID fan = UUID.randomUUID();

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    private static Map<String, Object> update(Map<String, Object> plan, long version) {
        var update = new HashMap<>(plan);
        update.put("aggregate_version", version);
        update.put("status", "ON_SALE");
        return update;
    }

    private static Map<String, Object> change(Shows.Show show, long version) {
        return Map.of("event_id", show.id(), "occurred_at", "2027-01-01T12:00:00Z", "aggregate_version", version);
    }

    private static void heardUpTo(Shows.Show show, long version) {
        await().until(() -> versionOf(show) == version);
    }

    private static long versionOf(Shows.Show show) {
        return show.behind()
                .sql("SELECT aggregate_version FROM shard_events WHERE event_id = ?")
                .param(show.id())
                .query(Long.class)
                .single();
    }

    @Test
    void aNewPriceIsForWhatIsNotHeldYet() {
        var plan = shows.plan(2, 10);
        var show = shows.onSale(plan);
        var before = api.get("/api/v1/events/" + show.id() + "/seat-map");
        var held = api.hold(fan, show.id(), show.seats().subList(0, 2));
        var update = update(plan, 2);
        update.put("pricing_tiers", List.of(Map.of("section", "Floor", "price", new BigDecimal("70.50"))));
        shows.announce("EventUpdated", update);
        heardUpTo(show, 2);

        assertThat(api.lookAtHold(fan, show.id(), held.id("hold_id"))
                        .body()
                        .path("subtotal")
                        .decimalValue())
                .isEqualByComparingTo("100.00");
        var dearer = api.hold(UUID.randomUUID(), show.id(), show.seats().subList(2, 4));
        assertThat(dearer.body().path("subtotal").decimalValue()).isEqualByComparingTo("141.00");
        assertThat(dearer.body().at("/seats/0/price").decimalValue()).isEqualByComparingTo("70.50");
        api.release(fan, show.id(), held.id("hold_id"));
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 1)).code()).isEqualTo("orphan-seat");
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 2))
                        .body()
                        .path("subtotal")
                        .decimalValue())
                .isEqualByComparingTo("141.00");
        var after = await().until(
                        () -> api.get("/api/v1/events/" + show.id() + "/seat-map"),
                        map -> map.body().path("version").asLong() == 2);
        assertThat(after.body().at("/sections/0/price").decimalValue()).isEqualByComparingTo("70.50");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        History.check(show);
    }

    @Test
    void datesAndLimitsFollowAndOlderNewsChangesNothing() {
        var plan = shows.plan(1, 10);
        var show = shows.onSale(plan);
        var update = update(plan, 5);
        update.put("sale_dates", Map.of("general", "2099-06-03T10:00:00Z"));
        update.put("ticket_limit", 2);
        update.put("doors_open", "2027-08-15T17:00:00Z");
        update.put("name", "Winter Night");
        update.put("paper_tickets", false);
        update.put("time_zone", "Europe/Rome");
        shows.announce("EventUpdated", update);
        heardUpTo(show, 5);
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 1)).text("opens_at"))
                .isEqualTo("2099-06-03T10:00:00Z");
        assertThat(show.behind()
                        .sql("SELECT name, ticket_limit, paper_tickets, time_zone, doors_open IS NOT NULL AS doors"
                                + " FROM shard_events WHERE event_id = ?")
                        .param(show.id())
                        .query()
                        .singleRow())
                .containsEntry("name", "Winter Night")
                .containsEntry("ticket_limit", 2)
                .containsEntry("paper_tickets", false)
                .containsEntry("time_zone", "Europe/Rome")
                .containsEntry("doors", true);

        shows.announce("EventUpdated", update(plan, 4));
        shows.announce("EventUpdated", update(plan, 5));
        var last = update(plan, 6);
        last.put("sale_dates", Map.of("general", "2098-06-03T10:00:00Z"));
        shows.announce("EventUpdated", last);
        heardUpTo(show, 6);
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 1)).text("opens_at"))
                .isEqualTo("2098-06-03T10:00:00Z");
    }

    @Test
    void aPresaleOpensTheDoorWhereAQueueKeepsIt() {
        var plan = shows.plan(1, 10);
        plan.put("sale_dates", Map.of("presale", "2020-01-01T10:00:00Z", "general", "2099-01-01T10:00:00Z"));
        assertThat(api.hold(fan, shows.onSale(plan).id(), List.of(UUID.randomUUID()))
                        .code())
                .isEqualTo("sale-not-open");
        var queued = new HashMap<>(plan);
        queued.put("event_id", UUID.randomUUID());
        queued.put("waiting_room", Map.of("mode", "FIFO", "lobby_minutes", 0));
        var show = shows.onSale(queued);
        assertThat(show.behind()
                        .sql("SELECT on_sale_date < clock_timestamp() FROM shard_events WHERE event_id = ?")
                        .param(show.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void thePostponedSaleRestsUntilTheEventIsNoLongerPostponed() {
        var plan = shows.plan(1, 10);
        var show = shows.onSale(plan);
        var held = api.hold(fan, show.id(), show.seats().subList(0, 2));
        shows.announce("EventPostponed", change(show, 2));
        heardUpTo(show, 2);
        var refused = api.hold(UUID.randomUUID(), show.id(), show.seats().subList(2, 4));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("sale-not-open");
        assertThat(refused.body().has("opens_at")).isFalse();
        assertThat(api.lookAtHold(fan, show.id(), held.id("hold_id")).text("status"))
                .isEqualTo("ACTIVE");

        var renamed = update(plan, 3);
        renamed.put("status", "POSTPONED");
        shows.announce("EventUpdated", renamed);
        heardUpTo(show, 3);
        assertThat(api.hold(UUID.randomUUID(), show.id(), show.seats().subList(2, 4))
                        .code())
                .isEqualTo("sale-not-open");
        shows.announce("EventUpdated", update(plan, 4));
        heardUpTo(show, 4);
        assertThat(api.hold(UUID.randomUUID(), show.id(), show.seats().subList(2, 4))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aCancellationIsFinalAndGivesLiveHoldsBack() {
        var plan = shows.plan(1, 10);
        var show = shows.onSale(plan);
        var held = api.hold(fan, show.id(), show.seats().subList(0, 2));
        var buyer = UUID.randomUUID();
        var paying = api.hold(buyer, show.id(), show.seats().subList(2, 4));
        api.checkout(show.id(), paying.id("hold_id"), UUID.randomUUID(), buyer);
        shows.announce("EventCancelled", change(show, 2));
        shows.announce("EventCancelled", change(show, 2));
        var told = heard.one("SeatsReleased", show.id());
        assertThat(told.data().path("cause").asString()).isEqualTo("event-cancelled");
        var look = api.lookAtHold(fan, show.id(), held.id("hold_id"));
        assertThat(look.text("status")).isEqualTo("RELEASED");
        assertThat(look.text("cause")).isEqualTo("event-cancelled");
        assertThat(api.lookAtHold(buyer, show.id(), paying.id("hold_id")).text("status"))
                .isEqualTo("CHECKOUT");

        shows.announce("EventUpdated", update(plan, 3));
        shows.onSale(1, 1);
        var refused = api.hold(fan, show.id(), show.seats().subList(4, 6));
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.code()).isEqualTo("event-cancelled");
        History.check(show);
    }

    @Test
    void newsOfAnEventThatNeverGotItsSeatsIsPassedOver() {
        var unknown = new Shows.Show(UUID.randomUUID(), List.of(), "", null);
        shows.announce("EventCancelled", change(unknown, 2));
        shows.announce("EventPostponed", change(unknown, 3));
        assertThat(shows.onSale(1, 1).seats()).hasSize(1);
    }
}
