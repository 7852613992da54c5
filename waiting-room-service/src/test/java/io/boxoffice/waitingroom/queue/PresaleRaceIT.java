package io.boxoffice.waitingroom.queue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.redis.TestLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Fans with the same codes, from the lobby and from nowhere, all at once: each code makes one place. */
class PresaleRaceIT {
    private static final int CODES = 20;
    private static final int FANS_EACH = 8;

    private final TestLine line = new TestLine();

    private record Try(long serial, UUID fan, String outcome) {}

    @Test
    void eachCodeMakesOnePlaceAndNobodyStandsTwice() throws Exception {
        line.lobbyOpensAt = 0;
        line.opensAt = line.closesAt - 1;
        line.presaleAt = 1;
        var joins = new ArrayList<Callable<Try>>();
        for (int i = 0; i < CODES * FANS_EACH; i++) {
            long serial = i % CODES;
            var fan = UUID.randomUUID();
            if (i % 2 == 0) {
                line.join(fan);
            }
            joins.add(() ->
                    new Try(serial, fan, line.tryJoin(fan, "phone", serial).word(0)));
        }
        Collections.shuffle(joins);

        List<Try> tries;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tries = threads.invokeAll(joins).stream().map(Future::resultNow).toList();
        }

        assertThat(tries.stream()
                        .filter(one -> one.outcome().equals("NEW"))
                        .collect(groupingBy(Try::serial, counting())))
                .hasSize(CODES)
                .allSatisfy((_, places) -> assertThat(places).isOne());
        assertThat(tries).extracting(Try::outcome).containsOnly("NEW", "CODE_USED");
        assertThat(line.admit(CODES * FANS_EACH)).isEqualTo(CODES);
        // who was refused in the lobby still stands there
        assertThat(tries)
                .filteredOn(one -> one.outcome().equals("CODE_USED"))
                .allSatisfy(one ->
                        assertThat(line.tryJoin(one.fan(), "phone").word(4)).isEqualTo("LOBBY"));
    }
}
