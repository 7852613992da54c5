package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.availability.SeatChanges;
import io.boxoffice.inventory.combine.Ask;
import io.boxoffice.inventory.combine.Group;
import io.boxoffice.inventory.shard.Shard;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Serves a group of one shard's requests: together in one transaction; when that fails as a whole, one by one, each with an answer
 * of its own. Swaps undo what they gave back when they fail, so each has a transaction of its own.
 */
@Component
class HoldGroups {
    private static final Logger log = LoggerFactory.getLogger(HoldGroups.class);

    private final Round round;
    private final SeatChanges changes;
    private final DistributionSummary sizes;

    HoldGroups(Round round, SeatChanges changes, MeterRegistry metrics) {
        this.round = round;
        this.changes = changes;
        this.sizes = DistributionSummary.builder("boxoffice.hold.group.size")
                .description("Requests for holds that were served together")
                .publishPercentileHistogram()
                .register(metrics);
    }

    void serve(Group<Bid, HoldOutcome> group) {
        var asks = group.open();
        sizes.record(asks.size());
        var plain = asks.stream().filter(ask -> !isSwap(ask)).toList();
        if (!plain.isEmpty()) {
            together(group, plain);
        }
        asks.stream().filter(HoldGroups::isSwap).forEach(swap -> alone(group, swap));
    }

    private static boolean isSwap(Ask<Bid, HoldOutcome> ask) {
        return ask.request().request().replaced() != null;
    }

    private void together(Group<Bid, HoldOutcome> group, List<Ask<Bid, HoldOutcome>> asks) {
        try {
            run(group, asks);
        } catch (DataAccessResourceFailureException | TransactionException away) {
            throw away;
        } catch (RuntimeException failure) {
            log.atDebug().addKeyValue("requests", asks.size()).setCause(failure).log("group failed, now one by one");
            asks.stream().filter(group::isOpen).forEach(ask -> alone(group, ask));
        }
    }

    private void alone(Group<Bid, HoldOutcome> group, Ask<Bid, HoldOutcome> ask) {
        try {
            Shard.retrying(() -> {
                run(group, List.of(ask));
                return ask;
            });
        } catch (DataAccessResourceFailureException | TransactionException away) {
            throw away;
        } catch (Placements.InPart _) {
            ask.answer(new HoldOutcome.Missed());
        } catch (RuntimeException failure) {
            ask.fail(failure);
        }
    }

    private void run(Group<Bid, HoldOutcome> group, List<Ask<Bid, HoldOutcome>> asks) {
        var shard = asks.getFirst().request().request().shard();
        var result =
                Objects.requireNonNull(shard.transactions().execute(status -> round.run(shard, group, asks, status)));
        result.changed().forEach(changes::of);
        result.placed().forEach(Placement::placed);
    }
}
