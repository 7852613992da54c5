package io.boxoffice.inventory.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.follow.Following;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.TaskScheduler;

@InventoryTest
class AvailabilityCacheIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    Availabilities availabilities;

    @Autowired
    Following following;

    @Autowired
    TaskScheduler scheduler;

    private double count(String layer, String result) {
        return metrics.get("boxoffice.cache.requests")
                .tags("layer", layer, "result", result)
                .counter()
                .count();
    }

    private static String subject(Shows.Show show) {
        return "cache:availability:" + show.id();
    }

    private String version(Shows.Show show) {
        var version = redis.opsForValue().get(subject(show) + ":version");
        return version == null ? "0" : version;
    }

    private int available(Shows.Show show) {
        return api.availability(show.id()).body().at("/sections/0/available").asInt();
    }

    /** As if another instance had done it: without telling this one. */
    private static void sellBehind(Shows.Show show, int seat) {
        show.behind()
                .sql("UPDATE seats SET not_for_sale = true WHERE seat_id = ?")
                .param(show.seats().get(seat))
                .update();
    }

    @Test
    void eachLayerAnswersBeforeTheNextAndCounts() {
        var show = shows.onSale(1, 10);
        double l3Misses = count("l3", "miss");
        double l2Misses = count("l2", "miss");
        assertThat(available(show)).isEqualTo(10);
        assertThat(count("l3", "miss")).isEqualTo(l3Misses + 1);
        assertThat(count("l2", "miss")).isEqualTo(l2Misses + 1);
        double l3Hits = count("l3", "hit");
        sellBehind(show, 9);
        assertThat(available(show)).isEqualTo(10);
        assertThat(count("l3", "hit")).isEqualTo(l3Hits + 1);
        assertThat(redis.getExpire(subject(show) + ":" + version(show))).isBetween(1L, 30L);

        double l2Hits = count("l2", "hit");
        availabilities.changedElsewhere(show.id());
        assertThat(available(show)).isEqualTo(10);
        assertThat(count("l2", "hit")).isEqualTo(l2Hits + 1);
    }

    @Test
    void beforeTheSaleRedisIsBelievedLonger() {
        var plan = shows.plan(1, 10);
        plan.put("sale_dates", Map.of("general", "2099-01-01T10:00:00Z"));
        var show = shows.onSale(plan);
        available(show);
        assertThat(redis.getExpire(subject(show) + ":" + version(show))).isBetween(31L, 300L);
    }

    @Test
    void aFansOwnChangeIsSeenAtOnceAndBroadcast() {
        var show = shows.onSale(1, 10);
        assertThat(available(show)).isEqualTo(10);
        var before = version(show);
        var fan = UUID.randomUUID();
        var held = api.hold(fan, show.id(), show.seats().subList(0, 2));
        assertThat(available(show)).isEqualTo(8);
        assertThat(version(show)).isNotEqualTo(before);
        api.release(fan, show.id(), held.id("hold_id"));
        assertThat(available(show)).isEqualTo(10);
    }

    @Test
    void whatAnotherInstanceChangedIsForgottenHere() {
        var show = shows.onSale(1, 10);
        assertThat(available(show)).isEqualTo(10);
        sellBehind(show, 9);
        redis.opsForValue().increment(subject(show) + ":version");
        await().untilAsserted(() -> {
            redis.convertAndSend("cache:changed", subject(show) + " another");
            assertThat(available(show)).isEqualTo(9);
        });
    }

    @Test
    void otherServicesWordsOnTheChannelArePassedOver() {
        var show = shows.onSale(1, 10);
        available(show);
        redis.convertAndSend("cache:changed", "cache:event:" + show.id());
        redis.convertAndSend("cache:changed", "cache:availability:no-id another");
        redis.convertAndSend("cache:changed", "");
        assertThat(available(show)).isEqualTo(10);
    }

    @Test
    void anUnreadableValueInRedisIsReplaced() {
        var show = shows.onSale(1, 10);
        redis.opsForValue().set(subject(show) + ":" + version(show), "{");
        assertThat(available(show)).isEqualTo(10);
    }

    @Test
    void aRushOfReadersAsksTheShardHardlyEver() {
        var show = shows.onSale(1, 10);
        double before = count("l2", "miss");
        Rush.of(60, _ -> available(show));
        assertThat(count("l2", "miss") - before).isLessThan(10);
    }

    @Test
    void changesWithinAMomentShareOneRenewal() {
        var show = shows.onSale(1, 10);
        var changes = new SeatChanges(
                availabilities, following, new AvailabilityProperties(Duration.ofSeconds(1)), scheduler);
        assertThat(available(show)).isEqualTo(10);
        for (int i = 0; i < 20; i++) {
            changes.of(show.id());
        }
        assertThat(version(show)).isEqualTo("1");
        await().until(() -> version(show).equals("2"));
        assertThat(available(show)).isEqualTo(10);
    }

    @Test
    void transactionsOfAShardAreTimed() {
        var show = shows.onSale(1, 10);
        var timer = metrics.get("boxoffice.db.query").tag("shard", show.shard()).timer();
        long before = timer.count();
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2));
        assertThat(timer.count()).isGreaterThan(before);
    }
}
