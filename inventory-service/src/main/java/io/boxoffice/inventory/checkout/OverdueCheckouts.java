package io.boxoffice.inventory.checkout;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Shards;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts checkouts that no order has ended for long: time never frees their seats, so somebody must know. */
@Component
class OverdueCheckouts {
    private static final Logger log = LoggerFactory.getLogger(OverdueCheckouts.class);
    private static final String COUNT =
            "SELECT count(*) FROM checkouts c JOIN shard_events e ON e.event_id = c.event_id"
                    + " AND e.writable WHERE c.status = 'OPEN' AND c.created_at < clock_timestamp() - interval '15 minutes'";

    private final Shards shards;
    private final MultiGauge overdue;

    OverdueCheckouts(Shards shards, MeterRegistry metrics) {
        this.shards = shards;
        this.overdue = MultiGauge.builder("boxoffice.checkouts.overdue")
                .description("Holds in checkout for more than a quarter of an hour")
                .register(metrics);
    }

    /** At a fixed rate, since that gives each run a thread of its own. */
    @Scheduled(initialDelay = 1, fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        var rows = new ArrayList<Row<?>>();
        for (var shard : shards.inUse()) {
            try {
                rows.add(Row.of(Tags.of("shard", shard.name()), count(shard)));
            } catch (DataAccessException away) {
                log.atDebug().addKeyValue("shard", shard.name()).setCause(away).log("checkouts not looked at");
            }
        }
        overdue.register(rows, true);
    }

    private static int count(Shard shard) {
        return shard.jdbc().sql(COUNT).query(Integer.class).single();
    }
}
