package io.boxoffice.notification.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.Mails;
import io.boxoffice.notification.NotificationServiceTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationServiceTest
class CancellationRaceIT {
    @Autowired
    Fleet fleet;

    @Autowired
    Mails mails;

    @Test
    void noOrderThatIsConfirmedWhileTheEventIsCancelledIsForgotten() {
        var event = UUID.randomUUID();
        var orders = Stream.generate(() -> fleet.order(event)).limit(60).toList();
        var teller = Thread.ofVirtual().start(() -> orders.forEach(fleet::confirmed));

        fleet.cancelled(event);

        var causes =
                orders.stream().map(order -> order.cause("event-cancelled")).toList();
        mails.awaitSent(causes);
        assertThat(mails.counted(causes))
                .hasSize(60)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
        assertThat(teller.isAlive()).isFalse();
    }
}
