package io.boxoffice.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.NotificationServiceTest;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NotificationServiceTest
class MailingRaceIT {
    @Autowired
    Fleet fleet;

    @Autowired
    Mailings mailings;

    @Autowired
    MailingSteps steps;

    @Autowired
    JdbcClient jdbc;

    @Test
    void manyInstancesUseEachSubscriptionOnceAndReachAllThatWereThere() {
        var event = UUID.randomUUID();
        fleet.show(event, "Summer Night");
        subscribe(event, 300);
        mailings.reopened(event, UUID.randomUUID());
        mailings.reopened(event, UUID.randomUUID());
        subscribe(event, 5);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40).forEach(_ -> threads.submit(steps::step));
        }

        await().until(() -> count("SELECT count(*) FROM mailings WHERE event_id = ? AND done_at IS NULL", event) == 0);
        assertThat(count("SELECT count(*) FROM deliveries WHERE event_id = ?", event))
                .isEqualTo(300);
        assertThat(count("SELECT count(*) FROM subscriptions WHERE event_id = ? AND used_at IS NULL", event))
                .isEqualTo(5);
        // what is left would keep the other tests waiting
        jdbc.sql("DELETE FROM deliveries WHERE event_id = ?").param(event).update();
    }

    private void subscribe(UUID event, int fans) {
        jdbc.sql("INSERT INTO subscriptions (subscription_id, event_id, user_id, kind, email)"
                        + " SELECT gen_random_uuid(), ?, gen_random_uuid(), 'SEATS_AVAILABLE', 'crowd@example.test'"
                        + " FROM generate_series(1, ?)")
                .params(event, fans)
                .update();
    }

    private int count(String sql, UUID event) {
        return jdbc.sql(sql).param(event).query(Integer.class).single();
    }
}
