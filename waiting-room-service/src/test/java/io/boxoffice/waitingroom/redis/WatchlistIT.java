package io.boxoffice.waitingroom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.WaitingRoom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

class WatchlistIT extends WaitingRoom {
    @Autowired
    Watchlist watchlist;

    @Autowired
    StringRedisTemplate redis;

    @Test
    void anInstanceThatForgotDoesNotTakeItUpFromOneThatDidNotYet() {
        var event = UUID.randomUUID();
        var other = new Watchlist(redis);
        watchlist.watch(event);
        other.refresh();

        watchlist.forget(event);
        other.refresh();
        watchlist.refresh();
        assertThat(watchlist.all()).doesNotContain(event);
        other.forget(event);
        assertThat(redis.opsForSet().isMember("queue-events", event.toString())).isFalse();

        watchlist.watch(event);
        assertThat(watchlist.all()).as("somebody joins again").contains(event);
        watchlist.forget(event);
    }
}
