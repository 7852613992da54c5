package io.boxoffice.waitingroom.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.model.ClockedScripts.Mutation;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that somebody might make in the scripts one day: the sequences find each of them. */
class LineMutationIT {
    private static final int WITHIN = 1_000;
    /** Sequences in which much happens: between them they find all of these. Tried first, to save time and nothing else. */
    private static final long[] EVENTFUL = {365, 421, 359, 584, 6, 218, 2, 17, 23, 3, 18, 21, 42};

    static Stream<Mutation> mistakes() {
        return Stream.of(
                // joining
                in("queue/join", "last = math.max(last + 1, now_us)", "last = now_us"),
                in("queue/join", "or can_return(old)) and not (with_code", "and false) and not (with_code"),
                in("queue/join", "(waiting(old) or admitted(old)", "(admitted(old)"),
                in("queue/join", "e.session + 1, print, false", "e.session, print, false"),
                in("queue/join", "e.session + 1, print, false", "e.session + 1, print, e.cleared"),
                in("queue/join", "tell('SessionSuperseded', e)", ""),
                in("queue/join", "redis.call('DEL', access(e.n))", ""),
                in("queue/join", "serial, 1) == 1", "serial, 1) == 2"),
                in("queue/join", "if lobby_n or now < lobby_opens", "if now < lobby_opens"),
                in("queue/join", "redis.call('ZREM', lobby, member(old.n))", ""),
                in("queue/join", "    old.deadline = 0\n", ""),
                in("queue/join", "if not told then", "if true then"),
                in("queue/join", "local over = closed() or", "local over ="),
                in("queue/join", "'joins', in_second, 'last', before", "'joins', in_second, 'last', joins"),
                // polling and leaving
                in("queue/poll", "or e.fan ~= fan", ""),
                in("queue/poll", "if session < e.session then", "if false then"),
                in("queue/poll", "standing = standing + 1", ""),
                in("queue/join", "standing = standing - 1", ""),
                in("queue/poll", "if why and returned then", "if false then"),
                in("queue/poll", "if not returned and left > UNIT then", "if false then"),
                in("queue/poll", "opened + filled)) + math.max(0, position - filled)", "opened + filled)) + position"),
                in("queue/leave", "if e.session > tonumber(ARGV[2]) then", "if false then"),
                in("queue/leave", "or e.fan ~= ARGV[3]", ""),
                in("queue/leave", "redis.call('ZREM', lobby, member(e.n))", ""),
                in("queue/watch", "rank(e, lobby_n, opened, filled)", "redis.call('ZRANK', queue, member(e.n))"),
                in("queue/watch", "if session < e.session then", "if false then"),
                in("queue/watch", "and not why", ""),
                in("queue/watch", "or silent(e) >= fine(e.told) then", "then"),
                // sessions
                in("admission/claim", "or lapse(e) or", "or"),
                in("admission/claim", "if e.state == LEASED then\n  e.state", "if true then\n  e.state"),
                in("admission/claim", "if not e or e.session ~= tonumber(ARGV[2])", "if not e"),
                in("admission/claim", "and not e.cleared", ""),
                in("admission/keep-token", "not kept or kept == ARGV[4]", "true"),
                in("sale/purchased", "lapse(e)\n", ""),
                in("lua/entry", "or e.deadline > now then", "then"),
                in("lua/entry", "redis.call('ZREM', active, member(e.n))\n", ""),
                in("lua/entry", "tell('SessionEnded', e)", ""),
                // silence
                in("lua/entry", "units < UNITS - AHEAD and units * UNIT or 0", "units * UNIT"),
                in("lua/entry", "and now < e.deadline", ""),
                in("lua/entry", "redis.call('ZADD', queue, 'NX', e.score,", "redis.call('ZADD', queue, 'NX', now_us,"),
                in("lua/entry", "redis.call('HINCRBY', line, 'lobby_gone', -1)", ""),
                in("lua/entry", "math.max(patience, 4 * fine(e.told + 1))", "patience"),
                // letting in
                in("admission/admit", "if lobby_n and filled < lobby_n then", "if false then"),
                in("admission/admit", "redis.call('ZADD', active, e.deadline, popped[i])", ""),
                in("admission/admit", "if gone(e, tonumber(ARGV[7])) then", "if false then"),
                in("admission/admit", "places - taken", "places"),
                in("admission/admit", "let_in - 1, tokens - cost,", "let_in - 1, tokens,"),
                in("admission/admit", "or closed() then", "then"),
                in("admission/admit", "mode == 'PAUSED' and 0 or", ""),
                in("admission/admit", "math.max(lease, fine(e.told + 1) - silent(e) + math.floor(lease / 2))", "lease"),
                in("admission/admit", "redis.call('ZPOPMIN', queue,", "redis.call('ZPOPMAX', queue,"),
                // the lobby
                in("lua/entry", "'last', opened + tonumber(n))", "'last', opened)"),
                in("lua/entry", "score_of(e) >= opened + filled then", "false then"),
                in("lua/entry", "if told >= left then", "if false then"),
                in("lua/entry", "local JUST_AFTER, GOLDEN = 1000,", "local JUST_AFTER, GOLDEN = 5000,"),
                in("lobby/fill", "or tonumber(filled) ~= from then", "then"),
                in("lobby/fill", "'filled', from + #ARGV - 1)", "'filled', from + #ARGV)"),
                in("lobby/fill", "+ from + i - 2", "+ from + i - 1"),
                in("lobby/fill", "e.state, e.score = ABANDONED, score", "e.state, e.score = LEFT, score"),
                // losses
                in("queue/join", "or began_on and second ~= time[1] and began_on ~= server()", ""),
                in("admission/admit", "or began_on and began_on ~= server()", ""),
                in("queue/begin", "'recovering', now + tonumber(ARGV[4])", "'recovering', now"),
                in("queue/begin", "  bring_back_words()\n", ""),
                in("queue/restore", "or alive and not is_over and (admitted(other) or theirs < ours)", ""),
                in("queue/restore", "if alive and not is_over then", "if false then"),
                in(
                        "queue/restore",
                        "redis.call('ZADD', queue, 'NX', score,",
                        "redis.call('ZADD', queue, 'NX', now_us,"),
                in("queue/restore", "{n = n, session = session, fan", "{n = n, session = 1, fan"),
                in("queue/restore", "elseif admitted_before then", "elseif false then"),
                in(
                        "queue/restore",
                        "local is_over = over_state > 0 or had_time",
                        "local is_over, over_state = had_time, 0"),
                in("queue/restore", "  remember(e)\n", ""),
                in("queue/restore", "score = opened + position\n", "score = opened + place\n"),
                // the end of the sale
                in("admission/send-home", "and not can_return(e)", "and false"),
                in(
                        "admission/send-home",
                        "for _, from in ipairs({queue, lobby}) do",
                        "for _, from in ipairs({queue}) do"),
                in("sale/set-sold-out", "tonumber(ARGV[2]) < heard", "false"),
                in("lua/entry", "if tonumber(version) < (tonumber(known) or 0) then", "if false then"),
                in("lua/entry", "if begins and now >= tonumber(begins) then", "if false then"),
                in("control/set-control", "tonumber(ARGV[1]) < given", "false"),
                in("admission/tell-joins", "redis.call('HDEL', line, 'second', 'in_second')", ""));
    }

    private static Mutation in(String script, String original, String mistake) {
        return new Mutation(script, original, mistake);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsFound(Mutation mistake) {
        assertThat(foundBy(mistake)).isPresent();
    }

    static Optional<Sequence> foundBy(Mutation mistake) {
        var scripts = new ClockedScripts(mistake);
        return LongStream.concat(LongStream.of(EVENTFUL), LongStream.rangeClosed(1, WITHIN))
                .mapToObj(Sequence::of)
                .filter(sequence -> sequence.failure(scripts).isPresent())
                .findFirst();
    }
}
