package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.admission.Admissions;
import io.boxoffice.waitingroom.admission.Claim;
import io.boxoffice.waitingroom.draw.Draws;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import io.boxoffice.waitingroom.event.EventOnSale.Status;
import io.boxoffice.waitingroom.presale.PresaleCodes;
import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.redis.Watchlist;
import io.boxoffice.waitingroom.token.QueueToken;
import io.boxoffice.waitingroom.token.QueueToken.Kind;
import io.boxoffice.waitingroom.token.QueueTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Joining, polling and leaving. */
@Service
class Line {
    private static final long NOT_FROM_LOBBY = -1;
    private static final String UNKNOWN = "UNKNOWN";

    private final LineScripts scripts;
    private final Draws draws;
    private final QueueTokens tokens;
    private final Admissions admissions;
    private final Watchlist watchlist;
    private final Door door;
    private final Waits waits;
    private final PresaleCodes codes;
    private final Returns returns;

    Line(
            LineScripts scripts,
            Draws draws,
            QueueTokens tokens,
            Admissions admissions,
            Watchlist watchlist,
            Door door,
            Waits waits,
            PresaleCodes codes,
            Returns returns) {
        this.returns = returns;
        this.scripts = scripts;
        this.draws = draws;
        this.tokens = tokens;
        this.admissions = admissions;
        this.watchlist = watchlist;
        this.door = door;
        this.waits = waits;
        this.codes = codes;
    }

    /**
     * Takes a place, or finds it.
     *
     * @param cleared a good clearance was shown
     */
    JoinOutcome join(EventOnSale event, UUID fan, JoinRequest request, boolean cleared) {
        if (event.mode() == QueueMode.OFF) {
            return new JoinOutcome.Closed("This event has no queue; choose your seats at once.");
        }
        if (event.status() != Status.ON) {
            return new JoinOutcome.Closed(closed(event));
        }
        // before the join: an event with a line is always looked after, whoever crashes
        watchlist.watch(event.eventId());
        draws.beforeJoin(event);
        var deviceHash = Bytes.sha256(request.deviceId().getBytes(StandardCharsets.UTF_8));
        var secretHash = Bytes.fromBase64(request.secretHash()).orElseThrow();
        var reply = scripts.join(
                event, Wish.of(fan, deviceHash, secretHash, cleared, codes.look(event, request.presaleCode())));
        return switch (reply.word(0)) {
            case "NOT_OPEN" -> new JoinOutcome.NotOpen(event.firstOpening());
            case "CODE_REQUIRED" -> new JoinOutcome.CodeRequired();
            case "CODE_INVALID" -> new JoinOutcome.CodeInvalid();
            case "CODE_USED" -> new JoinOutcome.CodeUsed();
            case "CLOSED" -> new JoinOutcome.Closed(closed(event));
            case String outcome -> {
                var place = Place.of(reply);
                var index = joinIndex(event, place);
                var token = new QueueToken(
                        event.eventId(),
                        fan,
                        place.entry(),
                        place.session(),
                        index.isPresent() ? Kind.LOBBY : Kind.QUEUED,
                        index.orElse(place.score()),
                        Bytes.toBase64(secretHash),
                        Bytes.toBase64(deviceHash));
                var first = outcome.equals("NEW");
                var wait = waits.tell(event.eventId(), place, first);
                yield new JoinOutcome.Joined(EntryAnswer.of(token, tokens.write(token), place, wait), first);
            }
        };
    }

    /** The first poll of an admitted fan is the claim; every later one answers the same access token. */
    PollOutcome poll(EventOnSale event, QueueToken token, String written, @Nullable String clearance) {
        var reply = scripts.poll(event, token, drawPosition(event, token));
        return reply.word(0).equals(UNKNOWN)
                ? afterLoss(event, token, written, clearance)
                : told(event, token, written, reply, clearance);
    }

    /** A genuine token always stands for a place, whatever Redis lost. */
    private PollOutcome afterLoss(EventOnSale event, QueueToken token, String written, @Nullable String clearance) {
        watchlist.watch(event.eventId());
        return switch (returns.bringBack(event, token, drawPosition(event, token))) {
            case Back.There() ->
                told(event, token, written, scripts.poll(event, token, drawPosition(event, token)), clearance);
            case Back.Instead(var other) ->
                told(
                        event,
                        other,
                        tokens.write(other),
                        scripts.poll(event, other, drawPosition(event, other)),
                        clearance);
            case Back.At(var held, var place) -> told(event, held, tokens.write(held), place, clearance);
        };
    }

    private PollOutcome told(
            EventOnSale event, QueueToken token, String written, Reply reply, @Nullable String clearance) {
        return switch (reply.word(0)) {
            case UNKNOWN -> new PollOutcome.Unknown();
            case "TOO_SOON" -> new PollOutcome.TooSoon(Duration.ofMillis(reply.number(1)));
            case "SUPERSEDED" ->
                new PollOutcome.Known(answer(token, written, Place.of(reply).superseded()));
            case String _ -> {
                var place = Place.of(reply);
                var entry = answer(token, written, place);
                yield place.state() == EntryState.ADMITTED
                        ? claim(event, token, written, entry, clearance)
                        : new PollOutcome.Known(entry);
            }
        };
    }

    private long drawPosition(EventOnSale event, QueueToken token) {
        return token.kind() == Kind.LOBBY ? draws.position(event, token.score()) : NOT_FROM_LOBBY;
    }

    /** Of a fan from the lobby, also when the draw has moved them into the line: their token stays the same. */
    private OptionalLong joinIndex(EventOnSale event, Place place) {
        return place.inLobby() ? OptionalLong.of(place.score()) : draws.joinIndexAt(event, place.score());
    }

    private PollOutcome claim(
            EventOnSale event, QueueToken token, String written, EntryAnswer entry, @Nullable String clearance) {
        if (returns.isKnownOver(token)) {
            // a Redis that is behind does not know that this fan bought, or left
            return afterLoss(event, token, written, clearance);
        }
        var pass = door.pass(token, clearance);
        return switch (admissions.claim(token, pass == Door.Pass.OPEN)) {
            case Claim.Claimed(var access) -> new PollOutcome.Known(entry.with(access));
            case Claim.ChallengeFirst() -> {
                door.withheld(pass);
                yield new PollOutcome.Known(entry.challenged());
            }
            // over, or taken over, between the two looks: the second look says which
            case Claim.Over() -> poll(event, token, written, clearance);
        };
    }

    private static String closed(EventOnSale event) {
        return switch (event.status()) {
            case ON -> "The sale is closed or sold out.";
            case CANCELLED -> "The event is cancelled.";
            case POSTPONED -> "The event is postponed; the queue opens again when its new date is on sale.";
        };
    }

    void leave(EventOnSale event, QueueToken token) {
        if (scripts.leave(token).word(0).equals(UNKNOWN)) {
            switch (returns.bringBack(event, token, drawPosition(event, token))) {
                case Back.There() -> scripts.leave(token);
                case Back.Instead(var other) -> scripts.leave(other);
                case Back.At(var held, var _) -> scripts.leave(held);
            }
        }
    }

    private EntryAnswer answer(QueueToken token, String written, Place place) {
        return EntryAnswer.of(token, written, place, waits.tell(token.event(), place, false));
    }
}
