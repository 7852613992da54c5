package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PollingTests {
    private static final double MOST = 600;

    private final WaitingRoomProperties properties =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("waiting-room", WaitingRoomProperties.class);
    private final Polling polling = new Polling(properties, new PollProperties(20_000));

    /** The interval of one fan: {@code interval} of {@code lua/entry.lua}, in the middle of its spread. */
    private static double interval(double wait, double usual) {
        return wait < 60 ? Math.max(2, Math.min(usual, wait / 4)) : Math.max(usual, Math.min(MOST, wait * usual / 900));
    }

    private double pollsPerSecond(long waiting, double perMinute) {
        var usual = polling.usual(waiting, perMinute).toMillis() / 1000.0;
        double polls = 0;
        for (long ahead = 50; ahead < waiting; ahead += 100) {
            polls += 100 / interval(ahead * 60 / perMinute, usual);
        }
        return polls;
    }

    @Test
    void aLineOfThousandsPollsAsUsual() {
        assertThat(polling.usual(5_000, 600)).isEqualTo(Duration.ofSeconds(30));
        assertThat(polling.usualInLobby(100_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void tenMillionWaitingCauseAFewTenThousandPollsASecond() {
        for (var perMinute : new double[] {60, 600, 6_000, 60_000}) {
            assertThat(pollsPerSecond(10_000_000, perMinute)).isLessThan(35_000);
        }
    }

    @Test
    void aLobbyOfTenMillionIsSpreadOverTheBudget() {
        assertThat(polling.usualInLobby(10_000_000)).isEqualTo(Duration.ofSeconds(500));
        assertThat(polling.usualInLobby(100_000_000)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aPausedLineIsPolledNoMoreOftenThanItsBudget() {
        assertThat(10_000_000.0 / polling.usual(10_000_000, 0).toSeconds()).isLessThan(35_000);
    }

    @Test
    void theBudgetIsReadFromItsKey() {
        var source = new MapConfigurationPropertySource();
        source.put("waiting-room.poll-budget", "7");

        assertThat(new Binder(source).bind("waiting-room", PollProperties.class).get())
                .isEqualTo(new PollProperties(7));
    }
}
