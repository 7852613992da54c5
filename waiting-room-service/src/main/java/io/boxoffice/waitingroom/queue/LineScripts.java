package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.token.QueueToken;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** The changes a fan can make to the line, with their arguments in order. */
@Component
class LineScripts {
    private static final int PRINT_BYTES = 16;

    private final WaitingRoomProperties properties;
    private final LuaScript join;
    private final LuaScript poll;
    private final LuaScript leave;
    private final LuaScript inLine;
    private final LuaScript status;

    LineScripts(LuaScripts scripts, WaitingRoomProperties properties) {
        this.properties = properties;
        this.join = scripts.named("queue/join");
        this.poll = scripts.named("queue/poll");
        this.leave = scripts.named("queue/leave");
        this.inLine = scripts.named("queue/in-line");
        this.status = scripts.named("queue/status");
    }

    Reply join(EventOnSale event, UUID fan, byte[] deviceHash, byte[] secretHash, boolean cleared) {
        return join.run(
                event.eventId(),
                Bytes.of(fan),
                Arrays.copyOf(Bytes.sha256(deviceHash, secretHash), PRINT_BYTES),
                event.opensAt().toEpochMilli(),
                event.closesAt().toEpochMilli(),
                properties.admission().rate(),
                ThreadLocalRandom.current().nextDouble(),
                properties.pollMin().toMillis(),
                properties.pollDefault().toMillis(),
                properties.pollMax().toMillis(),
                properties.abandonAfter().toMillis(),
                cleared ? 1 : 0);
    }

    /** Whether the fan has a place that is not over. */
    boolean isInLine(UUID event, UUID fan) {
        return inLine.run(event, Bytes.of(fan)).number(0) == 1;
    }

    Reply poll(QueueToken token) {
        return poll.run(
                token.event(),
                token.entry(),
                token.session(),
                properties.admission().rate(),
                ThreadLocalRandom.current().nextDouble(),
                properties.pollMin().toMillis(),
                properties.pollDefault().toMillis(),
                properties.pollMax().toMillis(),
                properties.abandonAfter().toMillis());
    }

    Reply leave(QueueToken token) {
        return leave.run(token.event(), token.entry(), token.session());
    }

    Reply status(UUID event) {
        return status.run(event);
    }
}
