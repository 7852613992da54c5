package io.boxoffice.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.Mails;
import io.boxoffice.notification.NotificationServiceTest;
import io.boxoffice.notification.email.SmtpServer;
import io.boxoffice.notification.letter.Facts;
import io.boxoffice.notification.letter.Kind;
import io.boxoffice.notification.letter.Owed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationServiceTest
class DeliveryRaceIT {
    @Autowired
    Fleet fleet;

    @Autowired
    Mails mails;

    @Autowired
    Deliveries deliveries;

    @Autowired
    DeliveryAttempt attempt;

    @Autowired
    SmtpServer smtp;

    @Autowired
    DeliveryProperties properties;

    @Test
    void manyInstancesWriteEachMailOnce() {
        var others = Stream.generate(() -> new DeliveryWorkers(deliveries, attempt, smtp, properties))
                .limit(3)
                .toList();
        var orders = Stream.generate(fleet::order).limit(60).toList();
        var causes = orders.stream().map(Fleet.Order::cause).toList();
        others.forEach(DeliveryWorkers::start);
        try {
            orders.parallelStream().forEach(order -> {
                var owed = Owed.toBuyer(
                        Kind.ORDER_CONFIRMED,
                        order.orderId(),
                        order.eventId(),
                        order.orderId(),
                        order.userId(),
                        Facts.NONE);
                deliveries.enqueue(owed);
                deliveries.enqueue(owed);
            });

            mails.awaitSent(causes);
        } finally {
            others.forEach(DeliveryWorkers::stop);
        }
        assertThat(mails.counted(causes))
                .hasSize(60)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
        assertThat(orders).allSatisfy(order -> assertThat(mails.attempts(order)).isEqualTo(1));
    }
}
