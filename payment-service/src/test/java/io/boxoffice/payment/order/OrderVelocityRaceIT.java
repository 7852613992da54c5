package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One account starts twenty orders within ten minutes and no more. */
class OrderVelocityRaceIT extends ResaleFixture {
    private final UUID eventId = catalog.published("EUR", "OFF");
    private final UUID sub = UUID.randomUUID();

    @Test
    void theTwentyFirstOrderHasToWait() {
        started(19, 5);
        assertThat(buys().status()).isEqualTo(201);
        var buyer = another();
        var refused = buyer.orders(VISA, TOTAL, "a-key");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("purchase-velocity");
        assertThat(Integer.parseInt(refused.headers().getFirst("Retry-After"))).isBetween(240, 300);
        assertThat(buyer.hold.status).isEqualTo("ACTIVE");
        assertThat(new Purchaser(sub, resale.listed(eventId, 2)).purchases(VISA).code())
                .isEqualTo("purchase-velocity");

        jdbc.sql("UPDATE orders SET created_at = created_at - interval '6 minutes' WHERE user_id = ?")
                .param(sub)
                .update();
        assertThat(buyer.orders(VISA, TOTAL, "a-key").status()).isEqualTo(201);
    }

    @Test
    void ordersOfLongAgoAndOfOthersDoNotCount() {
        started(40, 11);
        assertThat(buys().status()).isEqualTo(201);
    }

    @Test
    void manyOrdersAtOnceAreCountedOneByOne() throws Exception {
        started(18, 5);
        Callable<Answer> one = this::buys;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Stream.generate(() -> one).limit(8).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
            assertThat(answers)
                    .filteredOn(answer -> answer.code().equals("purchase-velocity"))
                    .hasSize(6);
        }
    }

    private Answer buys() {
        return another().orders(VISA);
    }

    private Buyer another() {
        return new Buyer(eventId, sub, inventory.held(eventId, sub, null, "500.00", "500.00"));
    }

    private void started(int orders, int minutesAgo) {
        jdbc.sql(
                        "INSERT INTO orders (order_id, user_id, event_id, hold_id, status, step, payment_method, expected_total,"
                                + " total_amount, currency, worked_until, created_at)"
                                + " SELECT gen_random_uuid(), ?, ?, gen_random_uuid(), 'DECLINED', 'ENDED', 'pm', 1, 1, 'EUR',"
                                + " clock_timestamp(), clock_timestamp() - make_interval(mins => ?) FROM generate_series(1, ?)")
                .params(sub, eventId, minutesAgo, orders)
                .update();
    }
}
