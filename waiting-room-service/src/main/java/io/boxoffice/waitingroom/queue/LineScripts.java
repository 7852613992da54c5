package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.estimate.Outlooks;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.lines.Lines;
import io.boxoffice.waitingroom.lines.PastEnds;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.token.QueueToken;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** The changes a fan can make to the line, with their arguments in order. */
@Component
class LineScripts {
    private final WaitingRoomProperties properties;
    private final Lines lines;
    private final Outlooks outlooks;
    private final Polling polls;
    private final Clock clock;
    private final Rush<Join> joins;
    private final Rush<Poll> looks;
    private final LuaScript join;
    private final LuaScript poll;
    private final LuaScript leave;
    private final LuaScript watch;
    private final LuaScript inLine;
    private final LuaScript status;
    private final LuaScript restore;

    LineScripts(
            LuaScripts scripts,
            Lines lines,
            WaitingRoomProperties properties,
            Outlooks outlooks,
            Polling polls,
            Clock clock) {
        this.outlooks = outlooks;
        this.polls = polls;
        this.clock = clock;
        this.lines = lines;
        this.properties = properties;
        this.joins = new Rush<>((one, other) -> one.event().equals(other.event()), this::join);
        this.looks = new Rush<>((one, other) -> one.event().equals(other.event()), this::poll);
        this.join = scripts.named("queue/join");
        this.poll = scripts.named("queue/poll");
        this.watch = scripts.named("queue/watch");
        this.leave = scripts.named("queue/leave");
        this.inLine = scripts.named("queue/in-line");
        this.status = scripts.named("queue/status");
        this.restore = scripts.named("queue/restore");
    }

    private record Join(EventOnSale event, Wish wish) {}

    private record Poll(EventOnSale event, QueueToken token, long drawPosition) {}

    /** Gives a fan a place, or the one the fan has already; places are given in the order of the calls. */
    Reply join(EventOnSale event, Wish wish) {
        return joins.ask(event.eventId(), new Join(event, wish));
    }

    private Reply join(List<Join> fans) {
        var event = fans.getFirst().event();
        var presale = event.presaleAt();
        var args = new ArrayList<Object>(List.of(
                event.opensAt().toEpochMilli(),
                event.closesAt().toEpochMilli(),
                event.lobbyOpensAt().toEpochMilli(),
                presale == null ? 0 : presale.toEpochMilli(),
                properties.admission().rate(),
                properties.pollMin().toMillis(),
                usual(event).toMillis(),
                properties.pollMax().toMillis(),
                polls.budget()));
        for (var fan : fans) {
            var wish = fan.wish();
            args.add(Bytes.of(wish.fan()));
            args.add(wish.print());
            args.add(wish.cleared() ? 1 : 0);
            args.add(wish.presaleSerial());
            args.add(jitter());
        }
        return lines.having(event.eventId(), () -> join.run(event.eventId(), args.toArray()));
    }

    /** The usual poll interval, longer where very many wait. */
    Duration usual(EventOnSale event) {
        var seen = outlooks.known(event.eventId()).seen();
        return clock.instant().isBefore(event.opensAt())
                ? polls.usualInLobby(seen.waiting())
                : polls.usual(seen.waiting(), seen.perMinute());
    }

    private static double jitter() {
        return ThreadLocalRandom.current().nextDouble();
    }

    /** Whether the fan has a place that is not over. */
    boolean isInLine(UUID event, UUID fan) {
        return inLine.run(event, Bytes.of(fan)).number(0) == 1;
    }

    /**
     * Looks where an entry stands.
     *
     * @param drawPosition of a lobby fan, once drawn; −1 otherwise
     */
    Reply poll(EventOnSale event, QueueToken token, long drawPosition) {
        return looks.ask(event.eventId(), new Poll(event, token, drawPosition));
    }

    private Reply poll(List<Poll> fans) {
        var event = fans.getFirst().event();
        var args = new ArrayList<Object>(List.of(
                event.opensAt().toEpochMilli(),
                properties.admission().rate(),
                properties.pollMin().toMillis(),
                usual(event).toMillis(),
                properties.pollMax().toMillis(),
                polls.budget()));
        for (var fan : fans) {
            args.add(fan.token().entry());
            args.add(fan.token().session());
            args.add(Bytes.of(fan.token().fan()));
            args.add(jitter());
            args.add(fan.drawPosition());
        }
        return poll.run(event.eventId(), args.toArray());
    }

    /**
     * Brings back an entry that Redis lost.
     *
     * @param drawPosition of a lobby fan, once drawn; −1 otherwise
     * @param ended how the entry is known to have ended
     */
    Reply restore(EventOnSale event, QueueToken token, long drawPosition, Optional<PastEnds.End> ended) {
        return lines.having(
                token.event(),
                () -> restore.run(
                        token.event(),
                        token.entry(),
                        token.session(),
                        Bytes.of(token.fan()),
                        Wish.print(token),
                        token.kind() == QueueToken.Kind.LOBBY ? 1 : 0,
                        token.score(),
                        drawPosition,
                        ended.map(PastEnds.End::state).orElse(0),
                        ended.map(PastEnds.End::reason).orElse(0),
                        properties.lease().toMillis(),
                        properties.accessTokenTtl().toMillis(),
                        event.opensAt().toEpochMilli(),
                        properties.admission().rate(),
                        jitter(),
                        properties.pollMin().toMillis(),
                        usual(event).toMillis(),
                        properties.pollMax().toMillis(),
                        polls.budget()));
    }

    /** Looks where the entries of open streams stand; the reply has one answer for each. */
    Reply watch(EventOnSale event, List<QueueToken> tokens) {
        var args = new ArrayList<Object>(
                List.of(event.opensAt().toEpochMilli(), properties.admission().rate()));
        for (var token : tokens) {
            args.add(token.entry());
            args.add(token.session());
            args.add(Bytes.of(token.fan()));
        }
        return watch.run(event.eventId(), args.toArray()).list(1);
    }

    Reply leave(QueueToken token) {
        return leave.run(token.event(), token.entry(), token.session(), Bytes.of(token.fan()));
    }

    Reply status(UUID event) {
        return status.run(event);
    }
}
