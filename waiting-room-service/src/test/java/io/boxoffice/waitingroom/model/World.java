package io.boxoffice.waitingroom.model;

import static io.boxoffice.waitingroom.model.Violation.same;
import static io.boxoffice.waitingroom.model.Violation.unless;

import io.boxoffice.waitingroom.model.Place.State;
import io.boxoffice.waitingroom.redis.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line and its model, to which the same happens. Every answer, every message and every state in between is compared. */
final class World {
    private static final int ALL = 100;

    private final Calls calls;
    private final Setting setting;
    private final LineModel model;
    private final History history = new History();
    /** The tokens each fan has got, in that order. */
    private final List<List<Token>> tokens = Stream.generate(() -> (List<Token>) new ArrayList<Token>())
            .limit(Setting.FANS)
            .toList();

    private final Set<Integer> vanished = new HashSet<>();
    /** What each instance has heard of the opening. */
    private final long[] opens = new long[Setting.INSTANCES];

    private final Ends ends = new Ends();
    private List<Long> draw = List.of();
    /** What the line was like at the last look, and the scores admitted up to, by time. */
    private Snapshot last;

    private final NavigableMap<Long, Long> served = new TreeMap<>();
    private boolean lossy;
    private long words = 10;
    /** What was said under which number or version: it never changes. */
    private final Map<String, Op> sayings = new HashMap<>();

    private long elapsed;
    private boolean heard = true;
    private int returns;

    World(ClockedScripts scripts, Setting setting) {
        this.setting = setting;
        this.model = new LineModel(setting);
        Arrays.fill(opens, setting.opensAt());
        ClockedScripts.forgetAll();
        this.calls = new Calls(scripts, setting, () -> model.micros);
        this.last = Snapshot.of(calls.expire(0));
    }

    void apply(Op op) {
        switch (op) {
            case Op.Join join ->
                join(join.at(), List.of(who(join.fan())), join.device(), join.serial(), join.cleared());
            case Op.JoinTogether(var at, var fans) -> join(at, fans, 0, -1, false);
            case Op.Poll(var at, var fan, var back, var drawn) -> poll(at, who(fan), token(who(fan), back), drawn);
            case Op.PollAsAnother(var at, var fan, var other) -> poll(at, fan, token(who(other), 0), false);
            case Op.LeaveAsAnother(var at, var fan, var other) -> leave(at, fan, token(who(other), 0));
            case Op.Watch(var at, var fans, var back) -> watch(at, fans, back);
            case Op.Adapt(var at, var strain) -> compare("adapt", calls.adapt(at, strain));
            case Op.Beat(var at, var steps, var drawn) -> beat(at, steps, drawn);
            case Op.Leave(var at, var fan, var back) -> leave(at, who(fan), token(who(fan), back));
            case Op.Claim(var at, var fan, var back, var passes, var keeps) ->
                claim(at, token(who(fan), back), passes, keeps);
            case Op.Buy(var at, var fan, var back) -> buy(at, who(fan), token(who(fan), back));
            case Op.Vanish(var fan) -> vanished.add(fan);
            case Op.Return(var fan) -> vanished.remove(fan);
            case Op.Admit(var at, var atMost) -> admit(at, atMost);
            case Op.Sweep(var at) -> {
                model.sweep();
                compare("sweep", calls.sweep(at));
            }
            case Op.Expire(var at) -> {
                model.expire();
                compare("expire", calls.expire(at));
            }
            case Op.SendHome(var at, var atMost, var old) -> {
                long version = old ? 0 : model.endedSaid;
                var event = event(version);
                model.ended(version, event.reason(), date(event));
                model.sendHome(atMost);
                compare(
                        "admission/send-home",
                        calls.call(at, "admission/send-home", atMost, event.reason(), version, date(event)));
            }
            case Op.TellJoins(var at) -> compare("admission/tell-joins", calls.call(at, "admission/tell-joins"));
            case Op.Word word -> word(word);
            case Op.SoldOut sold -> {
                long when = said(sold.old());
                boolean soldOut = firstSaid(when, sold).soldOut();
                var expected = model.soldOut(when, soldOut);
                same(
                        "sold out",
                        outcome("set-sold-out", calls.call(sold.at(), "sale/set-sold-out", soldOut ? 1 : 0, when)),
                        expected);
            }
            case Op.Ended ended -> {
                long version = said(ended.old());
                var event = firstSaid(version, ended);
                var expected = model.ended(version, event.reason(), date(event));
                same(
                        "ended",
                        outcome(
                                "set-ended",
                                calls.call(ended.at(), "event/set-ended", event.reason(), version, date(event))),
                        expected);
            }
            case Op.Fill(var at, var count, var behind) -> fill(at, count, behind);
            case Op.Pass(var micros) -> pass(micros);
            case Op.SetBack(var millis) -> model.micros -= millis * 1_000L;
            case Op.ToOpening(var after) -> pass(Math.max(0, (setting.opensAt() + after) * 1_000 - model.micros));
            case Op.PutOff(var at, var seconds) -> opens[at] = Math.max(opens[at], model.now()) + seconds * 1_000L;
            case Op.Loss loss -> lose(loss);
            case Op.Unheard(var repeated) -> {
                heard = false;
                apply(repeated);
                heard = true;
                apply(repeated);
            }
        }
    }

    /** In the end everybody who kept polling is let in. */
    void end() {
        apply(new Op.SoldOut(0, false, false));
        apply(new Op.Ended(0, false, 0, 1_000_000));
        apply(new Op.Word(0, false, "MANUAL", 6_000, 1_000));
        pass(Math.max(0, (Arrays.stream(opens).max().orElseThrow()) * 1_000 - model.micros));
        for (int round = 0; round < 3; round++) {
            apply(new Op.Beat(0, 1, true));
            do {
                apply(new Op.Fill(0, ALL, 0));
            } while (model.filled < model.lobbySize);
            apply(new Op.Admit(0, ALL));
            pass(1_000_000);
        }
        unless(model.size() == 0, "still waiting: %s", model.places);
    }

    // ---- fans

    private void join(int at, List<Integer> fans, int device, int serial, boolean cleared) {
        var look = calls.join(at, opens[at], closes(), fans, device, serial, cleared);
        var replies = look.list(0).list(1);
        for (int i = 0; i < fans.size(); i++) {
            var answer = model.join(opens[at], closes(), fans.get(i), device, serial, cleared);
            compare("join", answer, replies.list(i), opens[at]);
            if (answer.place() != null && heard) {
                keep(fans.get(i), Token.of(answer, device));
            }
        }
        compare("join", look);
    }

    private void keep(int fan, Token token) {
        tokens.get(fan).remove(token);
        tokens.get(fan).add(token);
    }

    private void poll(int at, int fan, @Nullable Token token, boolean drawn) {
        if (token == null) {
            return;
        }
        var place = place(token);
        long position = -1;
        if (drawn && model.lobbySize >= 0 && place != null && place.inLobby()) {
            position = draw().indexOf(place.score);
        }
        var answer = model.poll(opens[at], place, fan, token.session(), position);
        var look = calls.poll(at, opens[at], token, fan, position);
        compare("poll", answer, look.list(0).list(1).list(0), opens[at]);
        compare("poll", look);
        if (answer.outcome().equals("UNKNOWN") && lossy && tokens.get(fan).contains(token)) {
            comeBackLate(fan, token);
        }
    }

    private void watch(int at, List<Integer> watched, int back) {
        var fans = watched.stream()
                .map(this::who)
                .filter(fan -> token(fan, back) != null)
                .toList();
        if (fans.isEmpty()) {
            return;
        }
        var shown = fans.stream().map(fan -> token(fan, back)).toList();
        var look = calls.watch(at, opens[at], fans, shown);
        for (int i = 0; i < fans.size(); i++) {
            var answer = model.watch(
                    opens[at], place(shown.get(i)), fans.get(i), shown.get(i).session());
            compare("watch", answer, look.list(0).list(1).list(i), opens[at]);
        }
        compare("watch", look);
    }

    /** The answer is as the model says; the interval told is the line's to choose. */
    private void compare(String what, Answer expected, Reply reply, long opens) {
        same(what, Answer.of(reply), expected);
        var place = expected.place();
        if (place == null) {
            return;
        }
        long told = reply.number(7);
        if (expected.intervalIsNew()) {
            unless(told >= Setting.POLL_LEAST && told <= Setting.POLL_MOST, "poll after %d ms", told);
            unless(place.state != State.LOBBY || isInTime(told, opens), "poll after %d ms, opening at %d", told, opens);
            place.told(told);
        } else {
            boolean again = expected.outcome().equals("SAME") && place.waits();
            same("poll after", told, again ? place.rest(model.now()) : place.told());
        }
        for (; returns < model.returns; returns++) {
            history.cameBack();
        }
        if (expected.ahead() >= 0 && place.waits() && !expected.outcome().equals("SUPERSEDED")) {
            history.ahead(place, expected.ahead());
        }
    }

    /** In the lobby: often enough before the opening, and then just after it. */
    private boolean isInTime(long told, long opens) {
        long left = opens - model.now();
        return left <= 0 || told < left || told == Setting.POLL_LEAST || told >= left + 1_000 && told <= left + 2_000;
    }

    private void beat(int at, int steps, boolean drawn) {
        for (int step = 0; step < steps; step++) {
            pass(25_000_000);
            for (int fan = 0; fan < Setting.FANS; fan++) {
                if (!vanished.contains(fan)) {
                    poll(at, fan, token(fan, 0), drawn);
                }
            }
        }
    }

    private void leave(int at, int fan, @Nullable Token token) {
        if (token != null) {
            var expected = model.leave(place(token), fan, token.session());
            same("leave", outcome("leave", calls.leave(at, token, fan)), expected);
        }
    }

    private void claim(int at, @Nullable Token token, boolean passes, boolean keeps) {
        var place = token == null ? null : place(token);
        if (place == null) {
            return;
        }
        var expected = model.claim(place, token.session(), passes);
        var reply = answer("claim", calls.claim(at, token, passes));
        same("claim", reply.word(0), expected);
        if (!expected.equals("CLAIMED")) {
            same("keep", outcome("keep", calls.keep(at, token, "stolen")), "NOT_ADMITTED");
            return;
        }
        same("session ends", reply.number(1), place.deadline);
        same("kept", reply.word(2), model.tokens.getOrDefault(LineModel.session(place), ""));
        if (keeps) {
            var written = "token " + words++;
            var kept = answer("keep", calls.keep(at, token, written));
            same("kept", kept.word(1), model.keep(place, written));
        }
    }

    /** As the service does: the purchase names a session, which counts while it is the fan's. */
    private void buy(int at, int fan, @Nullable Token token) {
        var latest = answer("find session", calls.findSession(at, fan));
        var place = model.latest(fan);
        same("latest", latest.number(0) + "/" + latest.number(1), place == null ? "0/0" : LineModel.session(place));
        if (token != null && place != null && place.number == token.number() && place.session == token.session()) {
            if (place.state == State.SHOPPING) {
                ends.bought(token);
            }
            var expected = model.bought(place, token.session());
            same("bought", outcome("purchased", calls.purchased(at, token)), expected);
        }
    }

    /** A fan, or with a number too high one of those on the site. */
    private int who(int fan) {
        var in = model.places.values().stream().filter(Place::isIn).toList();
        return fan < Setting.FANS ? fan : in.isEmpty() ? fan - Setting.FANS : in.get(fan % in.size()).fan;
    }

    private @Nullable Token token(int fan, int back) {
        var held = tokens.get(fan);
        return back < held.size() ? held.get(held.size() - 1 - back) : null;
    }

    private @Nullable Place place(Token token) {
        return model.places.get(token.number());
    }

    // ---- instances

    private void admit(int at, int atMost) {
        var look = calls.admit(at, opens[at], atMost);
        var told = Snapshot.of(look).told();
        int heads = Math.toIntExact(told.stream()
                .filter(message -> List.of("EntryAdmitted", "EntryAbandoned").contains(message.get("what")))
                .count());
        unless(heads == 0 || model.isOpen(), "let in while closed: %s", told);
        long present = model.admit(opens[at], heads).stream()
                .filter(place -> place.state == State.LEASED)
                .count();
        unless(present <= atMost, "%d let in of %d", present, atMost);
        compare("admit", look);
    }

    private void word(Op.Word heard) {
        long said = said(heard.old());
        var word = firstSaid(said, heard);
        var rate = word.mode().equals("MANUAL") ? word.rate() : null;
        var places = word.places() > 0 ? word.places() : null;
        var expected = model.word(said, word.mode(), rate, places);
        var look = calls.call(
                word.at(),
                "control/set-control",
                said,
                word.mode(),
                rate == null ? "" : rate,
                places == null ? "" : places,
                "",
                0,
                0);
        same("word", outcome("set-control", look), expected);
    }

    @SuppressWarnings("unchecked")
    private <T extends Op> T firstSaid(long number, T op) {
        return (T) sayings.computeIfAbsent(op.getClass().getSimpleName() + number, _ -> op);
    }

    /** The event in that version; 0 is how it was announced. */
    private Op.Ended event(long version) {
        return version == 0
                ? new Op.Ended(0, false, 0, 0)
                : (Op.Ended) sayings.get(Op.Ended.class.getSimpleName() + version);
    }

    private long date(Op.Ended event) {
        return setting.closesAt() + event.minutes() * 60_000L;
    }

    private long closes() {
        return date(event(model.endedSaid));
    }

    private long said(boolean old) {
        return old ? words - 3 : ++words;
    }

    private void fill(int at, int count, int behind) {
        long from = Math.max(0, model.filled - behind);
        var indexes = LongStream.range(from, Math.min(from + count, Math.max(model.lobbySize, 1)))
                .mapToObj(position -> model.lobbySize < 0 ? 0L : draw().get((int) position))
                .toList();
        var expected = model.fill(from, indexes);
        same("fill", outcome("fill", calls.fill(at, from, indexes)), expected);
    }

    /** Join indexes by draw position. */
    private List<Long> draw() {
        if (draw.size() != model.lobbySize) {
            draw = new ArrayList<>(LongStream.range(0, model.lobbySize).boxed().toList());
            Collections.shuffle(draw, new Random(setting.seed()));
        }
        return draw;
    }

    private void pass(long micros) {
        model.micros += micros;
        elapsed += micros;
    }

    // ---- losses

    private void lose(Op.Loss loss) {
        Map<String, byte[]> copy = loss.all() ? Map.of() : ClockedScripts.copy();
        var mark = last.line();
        for (int i = 0; i < loss.lost().size(); i++) {
            apply(loss.lost().get(i));
            // nobody is drawn before PostgreSQL knows the size of the lobby
            if (i < loss.marked() || model.lobbySize >= 0 && !mark.containsKey("lobby_n")) {
                mark = last.line();
            }
        }
        var usedCodes = calls.usedCodes();
        ClockedScripts.backTo(copy);
        calls.failOver();
        pass(2_000_000);
        long long_ago = model.now() - Setting.LEASE - Setting.SESSION;
        var over = served.floorEntry(long_ago);
        var recovery = recovery();
        recovery.begin(mark, over == null ? 0 : over.getValue(), usedCodes);
        var held = new HashMap<Integer, Token>();
        for (int fan = 0; fan < Setting.FANS; fan++) {
            var token = token(fan, 0);
            if (token != null && !vanished.contains(fan)) {
                held.put(fan, token);
            }
        }
        recovery.comeBack(held, new Random(loss.order())).forEach(this::keep);
        settle(recovery, held, Long.parseLong(mark.getOrDefault("served", "0")), loss.all());
    }

    private Recovery recovery() {
        lossy = true;
        var drawn = model.lobbySize < 0 ? List.<Long>of() : draw();
        return new Recovery(calls, model, ends, Arrays.stream(opens).min().orElseThrow(), closes(), drawn);
    }

    /** A fan who looks only now. */
    private void comeBackLate(int fan, Token token) {
        var recovery = recovery();
        keep(fan, recovery.comeBack(fan, token));
        settle(recovery, Map.of(), 0, false);
    }

    private void settle(Recovery recovery, Map<Integer, Token> held, long servedUpTo, boolean all) {
        var line = Snapshot.of(calls.expire(0));
        ends.hear(line.told());
        recovery.check(line, model.now(), held, servedUpTo, all);
        var latest = new HashMap<Integer, Long>();
        for (int fan = 0; fan < Setting.FANS; fan++) {
            long number = calls.findSession(0, fan).list(0).number(0);
            if (number > 0) {
                latest.put(fan, number);
            }
        }
        model.takeOver(line, latest);
        history.startOver(line);
        last = line;
    }

    // ---- the scripts

    /** What a script answered whose effect the model has had already. */
    private Reply answer(String script, Reply look) {
        compare(script, look);
        return look.list(0);
    }

    private String outcome(String script, Reply look) {
        return answer(script, look).word(0);
    }

    private void compare(String script, Reply look) {
        var line = Snapshot.of(look);
        last = line;
        ends.hear(line.told());
        served.put(model.now(), line.counter("served", 0));
        history.look(line, model.now(), elapsed, model.fastest(), model.most);
        same(
                script + " told",
                line.told().stream()
                        .filter(World::isOfOne)
                        .map(World::said)
                        .sorted()
                        .toList(),
                told());
        same(script + " left entries", line.places().keySet(), model.places.keySet());
        for (var place : line.places().values()) {
            var modelled = model.places.get(place.number);
            if (!place.isLike(modelled)) {
                same(script + " left", place, modelled);
            }
        }
        same(
                script + " counted",
                List.of(
                        line.counter("last", 0),
                        line.counter("lobby_joins", 0),
                        line.counter("lobby_n", -1),
                        line.counter("opened", 0),
                        line.counter("filled", 0),
                        line.queue().size() + line.lobby().size() - line.counter("lobby_gone", 0)),
                List.of(model.lastScore, model.lobbyJoins, model.lobbySize, model.opened, model.filled, model.size()));
    }

    private static boolean isOfOne(Map<String, String> message) {
        var what = message.get("what");
        return !what.equals("EntryJoined")
                && !(what.equals("AdmissionRateChanged")
                        && !message.get("cause").equals("operator"));
    }

    private List<String> told() {
        var told = model.told.stream().sorted().toList();
        model.told.clear();
        return told;
    }

    private static String said(Map<String, String> message) {
        return message.get("what").equals("AdmissionRateChanged")
                ? message.get("what") + " " + message.get("mode")
                : "%s %s/%s score %s fan %d '%s'"
                        .formatted(
                                message.get("what"),
                                message.get("n"),
                                message.get("session"),
                                message.get("score"),
                                message.get("fan").codePointAt(15),
                                message.get("reason"));
    }
}
