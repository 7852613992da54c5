package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.OperatorClient;
import io.boxoffice.e2e.client.model.EventMove;
import io.boxoffice.e2e.fleet.Fleet;
import io.boxoffice.e2e.fleet.ShardDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves the event to another shard in the middle of its sale, as an operator would. */
final class ShardMover {

    private static final double SOLD_BEFORE = 0.2;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofMinutes(3);

    private final Fleet fleet;
    private final OperatorClient operator;
    private final Sale sale;
    private final DemoOptions options;
    private final ProgressDisplay progress;
    private volatile @Nullable ShardMove move;

    ShardMover(Fleet fleet, OperatorClient operator, Sale sale, DemoOptions options, ProgressDisplay progress) {
        this.fleet = fleet;
        this.operator = operator;
        this.sale = sale;
        this.options = options;
        this.progress = progress;
    }

    /** What came of it; none before the end. */
    @Nullable
    ShardMove move() {
        return move;
    }

    void moveOn() throws IOException, InterruptedException {
        while (sale.tally().soldSeats.sum() < SOLD_BEFORE * options.seats()
                && !sale.over().get()) {
            Thread.sleep(LOOK_EVERY);
        }
        var directory = ShardDirectory.of(fleet.status());
        String from = directory.shardOf(sale.event());
        String to = directory.shards().stream()
                .filter(shard -> !shard.equals(from))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no other shard"));
        long sold = sale.tally().soldSeats.sum();
        progress.say("Moving the event from %s to %s".formatted(from, to));
        long start = System.nanoTime();
        operator.move(sale.event(), to).value();
        EventMove done = awaited(start);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!done.state().equals("DONE")) {
            throw new IOException("the event was not moved: " + done);
        }
        Long paused = Objects.requireNonNull(done.pauseMs());
        move = new ShardMove(
                from, to, done.rows(), paused, seconds, sold, !sale.over().get());
        progress.say("The event is at %s; its writes were paused for %d ms".formatted(to, paused));
    }

    private EventMove awaited(long start) throws IOException, InterruptedException {
        while (true) {
            EventMove now = operator.move(sale.event()).value();
            if (now.over() || System.nanoTime() - start > MOST.toNanos()) {
                return now;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }
}
