package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often fans are told to poll, so that all of a line together stay within a budget. {@code interval} of {@code lua/entry.lua} makes
 * one fan's interval of it: a quarter of a wait below a minute, the usual one up to 30 times as long, a thirtieth of longer ones.
 */
@Component
class Polling {
    private static final double NEAR_SECONDS = 60;
    /** Somebody near polls after a quarter of the wait: the harmonic sum of that, for each admission a second. */
    private static final double NEAR_POLLS = 12;

    private static final double PART_OF_WAIT = 30;

    private final double usual;
    private final double most;
    private final int budget;

    Polling(WaitingRoomProperties properties, PollProperties polls) {
        this.usual = properties.pollDefault().toMillis() / 1000.0;
        this.most = properties.pollMax().toMillis() / 1000.0;
        this.budget = polls.pollBudget();
    }

    /** Polls a second that one line may cause. */
    int budget() {
        return budget;
    }

    /** The usual interval of a line that lets so many in; of a paused one nobody knows who is near. */
    Duration usual(long waiting, double perMinute) {
        if (perMinute <= 0) {
            return usualInLobby(waiting);
        }
        var perSecond = perMinute / 60;
        var near = perSecond * NEAR_POLLS;
        var left = Math.max(budget - near, budget / 4.0);
        return stretched(far(waiting, perSecond) / left);
    }

    /** The usual interval of a lobby: until the opening all are equally far. */
    Duration usualInLobby(long waiting) {
        return stretched(waiting / usual / budget);
    }

    /** Polls a second of those who wait more than a minute, at the intervals as they are. */
    private double far(long waiting, double perSecond) {
        var longest = waiting / perSecond;
        var atUsual = Math.clamp(longest, NEAR_SECONDS, Math.max(NEAR_SECONDS, usual * PART_OF_WAIT)) - NEAR_SECONDS;
        var growing = Math.log(Math.clamp(longest / (usual * PART_OF_WAIT), 1, most / usual));
        var atMost = Math.max(0, longest - most * PART_OF_WAIT);
        return perSecond * (atUsual / usual + PART_OF_WAIT * growing + atMost / most);
    }

    private Duration stretched(double demand) {
        return Duration.ofMillis(Math.round(1000 * Math.min(most, usual * Math.max(1, demand))));
    }
}
