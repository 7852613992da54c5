package io.boxoffice.waitingroom.model;

import static io.boxoffice.waitingroom.model.Violation.unless;

import io.boxoffice.waitingroom.redis.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that begins again from what PostgreSQL knew, while fans come back. What Redis lost nobody can know exactly, so there is no
 * model of it; but whoever comes back with a token stands where the token says, once, and the order stays.
 */
final class Recovery {
    private static final int GAP = 100;
    private static final long PAUSE = 60_000;

    private final Calls calls;
    private final LineModel before;
    private final Ends ends;
    private final long opens;
    private final long closes;
    private final List<Long> draw;
    private final Map<Integer, Token> tokens = new HashMap<>();
    private final Set<Integer> joinedAnew = new HashSet<>();
    private long began;
    private long over;

    Recovery(Calls calls, LineModel before, Ends ends, long opens, long closes, List<Long> draw) {
        this.calls = calls;
        this.before = before;
        this.ends = ends;
        this.opens = opens;
        this.closes = closes;
        this.draw = draw;
    }

    /** Begins the next epoch, as {@code Lines} does. */
    void begin(Map<String, String> mark, long over, byte[] usedCodes) {
        began = before.now();
        this.over = over;
        same("NO_LINE", calls.admit(0, opens, 1));
        same("NO_LINE", calls.join(0, opens, Long.MAX_VALUE / 1_000, List.of(0), 0, -1, false));
        calls.call(0, "lines/restore-presale", 0, usedCodes);
        boolean lobbyOpen = !mark.containsKey("lobby_n") && number(mark, "lobby_joins", 0) > 0;
        same(
                "NEW",
                calls.call(
                        0,
                        "queue/begin",
                        number(mark, "epoch", 1) + 1,
                        number(mark, "joins", 0) + GAP,
                        number(mark, "last", 0),
                        PAUSE,
                        number(mark, "lobby_joins", 0) + (lobbyOpen ? GAP : 0),
                        number(mark, "lobby_n", -1),
                        number(mark, "opened", 0),
                        number(mark, "filled", 0),
                        number(mark, "served", 0),
                        over,
                        number(mark, "serving", 0),
                        number(mark, "sold", 0),
                        number(mark, "sold_at", 0),
                        before.wordSaid,
                        before.wordSaid == 0 ? "" : before.mode,
                        before.mode.equals("MANUAL") ? before.rate : "",
                        before.wordSaid == 0 ? "" : before.most,
                        "",
                        before.ended,
                        before.endedSaid));
    }

    private static void same(String expected, Reply look) {
        Violation.same("after a loss", look.list(0).word(0), expected);
    }

    private static long number(Map<String, String> mark, String field, long otherwise) {
        return Long.parseLong(mark.getOrDefault(field, String.valueOf(otherwise)));
    }

    /** Everybody with a token looks, some after they have joined again; answers the tokens they hold then. */
    Map<Integer, Token> comeBack(Map<Integer, Token> held, Random random) {
        var fans = new ArrayList<>(held.keySet());
        Collections.shuffle(fans, random);
        for (int fan : fans) {
            var token = held.get(fan);
            if (random.nextInt(4) == 0) {
                var look = calls.join(0, opens, closes, List.of(fan), token.device(), -1, false);
                var joined = Answer.of(look.list(0).list(1).list(0));
                if (joined.outcome().equals("NEW")) {
                    joinedAnew.add(fan);
                }
            }
            tokens.put(fan, comeBack(fan, token));
        }
        return tokens;
    }

    /** As {@code Line} does with a poll. */
    Token comeBack(int fan, Token token) {
        var seen = calls.poll(0, opens, token, fan, position(token))
                .list(0)
                .list(1)
                .list(0);
        boolean in = seen.size() > 4
                && seen.word(4).equals("ADMITTED")
                && !seen.word(0).equals("SUPERSEDED");
        if (!seen.word(0).equals("UNKNOWN") && !(in && ends.of(token) != null)) {
            return token;
        }
        var back = calls.restore(0, opens, token, fan, position(token), ends.of(token))
                .list(0);
        return switch (back.word(0)) {
            case "SUPERSEDED" -> token;
            // it stands; the second look says how
            case "THERE" -> comeBack(fan, token);
            case "INSTEAD" ->
                new Token(
                        back.number(1),
                        Math.toIntExact(back.number(2)),
                        token.device(),
                        back.number(3) == 1,
                        back.number(4));
            case "RESTORED" -> {
                var answer = Answer.of(back);
                var index = answer.inLobby() ? answer.score() : token.place();
                yield new Token(answer.number(), token.session(), token.device(), token.lobby(), index);
            }
            case String other -> throw new Violation("brought back: " + other);
        };
    }

    private long position(Token token) {
        return token.lobby() ? draw.indexOf(token.place()) : -1;
    }

    /** Nobody who came back is lost, doubled or overtaken, and nobody whose time is over is in again. */
    void check(Snapshot now, long clock, Map<Integer, Token> held, long served, boolean all) {
        History.consistent(now, clock);
        if (!held.isEmpty()) {
            Violation.same("paused until", now.counter("recovering", 0), began + PAUSE);
            Violation.same("ended", now.counter("ended", 0), before.ended);
            Violation.same("mode", now.line().getOrDefault("mode", "AUTO"), before.mode);
        }
        var live = new HashMap<Integer, Place>();
        now.places().values().stream()
                .filter(place -> place.isLive(clock))
                .forEach(place -> live.put(place.fan, place));
        held.forEach((fan, token) -> {
            var was = before.places.get(token.number());
            if (was != null && was.fan == fan && was.session == token.session()) {
                check(
                        was,
                        live.get(fan),
                        token,
                        served,
                        clock,
                        all,
                        sentHome(now.places().get(tokens.get(fan).number())));
            }
        });
        var waited = held.values().stream()
                .map(token -> before.places.get(token.number()))
                .filter(was -> was != null && was.waits() && before.scale(was) > served)
                .filter(was -> !was.inLobby() || before.lobbySize >= 0)
                .filter(was -> live.containsKey(was.fan) && live.get(was.fan).waits())
                // a place that was left in favour of this one may be there again: the one further ahead counts
                .filter(was -> live.get(was.fan).number >= was.number)
                .toList();
        for (var one : waited) {
            for (var other : waited) {
                boolean ahead = scale(before, one) < scale(before, other);
                unless(
                        !ahead || isBefore(now, live.get(one.fan), live.get(other.fan)),
                        "overtaken after a loss: %s%n was ahead of %s%n now %s%n and %s",
                        one,
                        other,
                        live.get(one.fan),
                        live.get(other.fan));
            }
        }
    }

    private void check(
            Place was, @Nullable Place is, Token token, long served, long clock, boolean all, boolean sentHome) {
        if (ends.of(token) != null) {
            // a server that is behind takes whoever left for waiting still, until the claim
            boolean again = is != null && is.number == was.number && (all || is.isIn());
            unless(!again || joinedAnew.contains(was.fan), "over, and in again: %s", is);
            return;
        }
        // those up to that score had their time, unless they came back to it late: that is nowhere written down
        boolean mayBeOver = sentHome || before.scale(was) <= over;
        if (was.waits()) {
            unless(is != null || mayBeOver, "lost: %s", was);
        } else if (was.isIn() && was.deadline > clock) {
            unless(is != null || mayBeOver, "lost on the site: %s", was);
            unless(
                    is == null || !is.isIn() || is.number == was.number && is.session == was.session,
                    "another session: %s%n was %s",
                    is,
                    was);
            // a server that is behind still has the fan at the head of the line
            unless(
                    is == null || is.isIn() || before.scale(was) > served || mayBeOver || !all,
                    "has to wait again: %s",
                    was);
        }
    }

    private boolean isBefore(Snapshot now, Place one, Place other) {
        long first = scale(now, one);
        long second = scale(now, other);
        return first < second || first == second && first == now.behindLobby() && one.number < other.number;
    }

    private static boolean sentHome(@Nullable Place place) {
        return place != null
                && List.of("sold-out", "event-cancelled", "event-postponed", "event-begun")
                        .contains(place.reason);
    }

    private long scale(LineModel model, Place place) {
        return place.inLobby() ? model.opened + draw.indexOf(place.score) : place.score;
    }

    private long scale(Snapshot now, Place place) {
        return place.inLobby() ? now.counter("opened", 0) + draw.indexOf(place.score) : place.score;
    }
}
