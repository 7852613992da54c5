package io.boxoffice.inventory.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class OverdueCheckoutsIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    OverdueCheckouts overdue;

    @Autowired
    MeterRegistry metrics;

    @Test
    void aCheckoutThatNoOrderEndsIsToldOf() {
        var show = shows.onSale(1, 2);
        var fan = UUID.randomUUID();
        var order = UUID.randomUUID();
        var hold = api.hold(fan, show.id(), show.seats()).id("hold_id");
        var fence =
                api.checkout(show.id(), hold, order, fan).body().path("fence").asLong();
        overdue.look();
        double before = overdueAt(show.shard());
        show.behind()
                .sql("UPDATE checkouts SET created_at = created_at - interval '16 minutes' WHERE order_id = ?")
                .param(order)
                .update();
        overdue.look();
        assertThat(overdueAt(show.shard())).isEqualTo(before + 1);
        api.abandon(show.id(), hold, order, fence, "RELEASE");
        overdue.look();
        assertThat(overdueAt(show.shard())).isEqualTo(before);
    }

    private double overdueAt(String shard) {
        return metrics.get("boxoffice.checkouts.overdue")
                .tag("shard", shard)
                .gauge()
                .value();
    }
}
