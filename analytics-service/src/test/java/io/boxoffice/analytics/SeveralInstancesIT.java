package io.boxoffice.analytics;

import static io.boxoffice.analytics.Messages.OPENING;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralInstancesIT {
    /** Enough to fall on both instances' partitions. */
    private final List<Messages> sales =
            Stream.generate(() -> new Messages(UUID.randomUUID())).limit(12).toList();

    @Test
    void instancesShareTheCountAndARebuildAndOneMayGo(@TempDir Path one, @TempDir Path other) throws Exception {
        try (var first = new Instance(one);
                var second = first.another(other)) {
            first.start();
            second.start();
            hear(first, 1);
            eventually(first, 1);
            eventually(second, 1);

            int shown = first.generation();
            second.rebuild(TestIssuer.internalToken()).expectStatus().isAccepted();
            hear(first, 2);
            within().until(() -> first.generation() == shown + 1 && first.rowsOf(shown) == 0);
            eventually(first, 3);

            first.stop();
            hear(second, 4);
            eventually(second, 7);
        }
    }

    private void hear(Instance through, int joins) throws Exception {
        for (var sale : sales) {
            through.hear(sale.published(Instance.ORGANIZER, 1, "Summer Night"), sale.joined(joins, OPENING));
        }
    }

    private void eventually(Instance at, int joined) {
        within().until(() -> sales.stream()
                .allMatch(sale -> at.summary(sale).at("/funnel/joined").asInt() == joined));
    }

    private static ConditionFactory within() {
        return await().atMost(Duration.ofSeconds(90));
    }
}
