package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.redis.ClockedLine;
import io.boxoffice.waitingroom.redis.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fans of a lobby, who poll as they are told, learn their places as soon after the opening as the budget allows. */
class FirstPollIT {
    private static final long LEAST = 2_000;
    private static final long NEVER = 4_000_000_000_000L;

    private final ClockedLine line = new ClockedLine();
    private final Random random = new Random(11);
    private final long opens = line.now() + 600_000;
    private final List<Look> looks = new ArrayList<>();
    private long usual = 30_000;
    private long most = 600_000;
    private long budget = 20_000;

    /** A poll, or the join; {@code told} is when the next is to come. */
    private record Look(int fan, long at, long told) {}

    private static byte[] id(int fan) {
        return Bytes.of(new UUID(0, fan));
    }

    private Reply join(int fan) {
        return line.run(
                        "queue/join",
                        opens,
                        NEVER,
                        0,
                        0,
                        600,
                        LEAST,
                        usual,
                        most,
                        budget,
                        id(fan),
                        new byte[4],
                        0,
                        -1,
                        random.nextDouble())
                .list(1)
                .list(0);
    }

    private Reply poll(int fan, long number) {
        return line.run(
                        "queue/poll",
                        opens,
                        600,
                        LEAST,
                        usual,
                        most,
                        budget,
                        number,
                        1,
                        id(fan),
                        random.nextDouble(),
                        -1)
                .list(1)
                .list(0);
    }

    /** Whole seconds, as fans are told them. */
    private static long told(Reply reply) {
        return Math.ceilDiv(reply.number(7), 1_000L) * 1_000;
    }

    /** So many come within the last so many milliseconds before the opening, and poll until their first answer after it. */
    private void lobby(int fans, long within) {
        record Due(long at, int fan, long number) {}
        var due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
        var numbers = new long[fans];
        IntStream.range(0, fans).forEach(fan -> due.add(new Due(opens - 1 - random.nextLong(within), fan, 0)));
        while (!due.isEmpty()) {
            var next = due.poll();
            line.pass(next.at() - line.now());
            var reply = next.number() == 0 ? join(next.fan()) : poll(next.fan(), next.number());
            numbers[next.fan()] = reply.number(1);
            assertThat(reply.word(4)).isEqualTo("LOBBY");
            looks.add(new Look(next.fan(), next.at(), next.at() + told(reply)));
            if (next.at() < opens) {
                due.add(new Due(next.at() + told(reply), next.fan(), numbers[next.fan()]));
            }
        }
    }

    private List<Long> firstPolls() {
        return looks.stream()
                .filter(look -> look.at() >= opens)
                .map(look -> look.at() - opens)
                .sorted()
                .toList();
    }

    @Test
    void allOfASmallLobbyPollWithinAMomentAfterTheOpening() {
        lobby(142, 120_000);

        assertThat(firstPolls())
                .hasSize(142)
                .allSatisfy(after -> assertThat(after).isBetween(1_000L, 2_000L));
        assertThat(looks).allSatisfy(look -> assertThat(look.told() - look.at()).isGreaterThanOrEqualTo(LEAST));
    }

    @Test
    void aLargeLobbyPollsEvenlyForAsLongAsItsBudgetNeeds() {
        budget = 10;
        usual = 60_000;
        lobby(600, 600_000);

        var polls = firstPolls();
        assertThat(polls).hasSize(600).allSatisfy(after -> assertThat(after).isBetween(1_000L, 62_000L));
        for (long from = 1_000; from < 56_000; from += 5_000) {
            long second = from;
            assertThat(polls.stream().filter(at -> at >= second && at < second + 5_000))
                    .as("polls from %d on", from)
                    .hasSizeBetween(35, 65);
        }
    }

    @Test
    void whereTheLongestIntervalDoesNotReachSoFarFansPollOnceMoreBeforeTheOpening() {
        budget = 10;
        usual = 60_000;
        most = 70_000;
        lobby(600, 600_000);

        assertThat(looks).allSatisfy(look -> assertThat(look.told() - look.at()).isBetween(LEAST, most));
        var polls = firstPolls();
        assertThat(polls).hasSize(600).allSatisfy(after -> assertThat(after).isBetween(1_000L, 62_000L));
        assertThat(polls.stream().filter(at -> at < 11_000)).hasSizeBetween(75, 125);
    }

    @Test
    void joiningAgainTellsTheRestOfTheInterval() {
        line.pass(opens - 20_000 - line.now());
        long first = told(join(1));
        line.pass(5_000);

        assertThat(told(join(1))).isBetween(first - 5_000, first - 4_000);

        line.pass(10_000);
        assertThat(line.now() + told(join(1)) - opens).isBetween(1_000L, 2_000L);
    }

    @Test
    void whileALargeLobbyIsDrawnTheIntervalGrows() {
        budget = 1;
        lobby(60, 60_000);
        line.pass(opens + 80_000 - line.now());

        long number = join(1).number(1);
        line.pass(60_000);

        assertThat(told(poll(1, number))).isEqualTo(60_000);
    }
}
