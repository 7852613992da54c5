package io.boxoffice.waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.redis.ClockedLine;
import io.boxoffice.waitingroom.redis.Reply;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fans who are let in and do not come: the rate counts those who do. The clock is the test's. */
class NoShowScriptIT {
    private static final int RATE = 300;
    private static final int LEASE = 10_000;
    private static final int LOOK = 200;
    private static final int LOOKS_A_MINUTE = 60_000 / LOOK;

    private final ClockedLine line = new ClockedLine();
    private final Random chance = new Random(7);
    private int admitted;
    private int claimed;

    private void join(int fans) {
        var args = new ArrayList<Object>();
        for (long setting : new long[] {0, 4_000_000_000_000L, 0, 0, RATE, 2_000, 30_000, 600_000, 20_000}) {
            args.add(setting);
        }
        for (int i = 0; i < fans; i++) {
            args.add(Bytes.of(UUID.randomUUID()));
            args.add(new byte[4]);
            args.add(0);
            args.add(-1);
            args.add(0.5);
        }
        line.run("queue/join", args.toArray());
    }

    /** Looks for so many minutes; of those let in this share does not claim. */
    private void minutes(int count, String mode, double absent) {
        admitted = 0;
        claimed = 0;
        for (int i = 0; i < count * LOOKS_A_MINUTE; i++) {
            line.pass(LOOK);
            line.run("admission/expire", 500);
            Reply seen = line.run("admission/admit", mode, RATE, 100_000, LEASE, 100, 0, 100_000_000, 0);
            for (int fan = 8; fan < seen.size(); fan += 2) {
                admitted++;
                if (chance.nextDouble() >= absent) {
                    claimed++;
                    assertThat(line.run("admission/claim", seen.number(fan), 1, 1_000, 1)
                                    .word(0))
                            .isEqualTo("CLAIMED");
                }
            }
        }
    }

    @Test
    void theRateOfThoseWhoComeIsTheSetRateHoweverManyStayAway() {
        for (int i = 0; i < 7; i++) {
            join(500);
        }
        minutes(2, "AUTO", 0.3);
        assertThat(Double.parseDouble(line.field("no_show"))).isBetween(0.15, 0.45);

        minutes(4, "AUTO", 0.3);

        assertThat(claimed).isBetween(4 * RATE * 90 / 100, 4 * RATE * 110 / 100);
        assertThat(admitted).isGreaterThan(4 * RATE * 125 / 100);
    }

    @Test
    void anOperatorsRateIsOneOfAdmissionsToTheLast() {
        join(1_000);
        line.field("no_show", "0.4");

        minutes(3, "MANUAL", 0.4);

        assertThat(admitted).isBetween(3 * RATE - 1, 3 * RATE + RATE / 60 + 1);
    }

    @Test
    void nobodyIsLetInTwiceForEveryoneWhoComes() {
        join(100);
        line.field("no_show", "0.99");

        var seen = line.run("admission/admit", "AUTO", 60, 100_000, LEASE, 100, 0, 100_000_000, 0);

        assertThat((seen.size() - 8) / 2).isEqualTo(2);
    }

    @Test
    void eachFanIsCountedOnceByTheClaimTheEndOfTheLeaseOrLeaving() {
        join(3);
        Reply seen = line.run("admission/admit", "AUTO", 60_000, 100_000, LEASE, 100, 0, 100_000_000, 0);
        assertThat(seen.size()).isEqualTo(8 + 6);
        line.field("no_show", "0.5");

        line.run("admission/claim", seen.number(8), 1, 1_000_000, 1);
        line.run("admission/claim", seen.number(8), 1, 1_000_000, 1);
        assertThat(Double.parseDouble(line.field("no_show"))).isBetween(0.489, 0.491);

        line.pass(LEASE + 1);
        line.run("admission/expire", 100);
        line.run("admission/expire", 100);
        // two did not come
        assertThat(Double.parseDouble(line.field("no_show"))).isBetween(0.509, 0.511);
    }
}
