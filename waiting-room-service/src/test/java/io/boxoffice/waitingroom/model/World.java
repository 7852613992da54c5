package io.boxoffice.waitingroom.model;

import static io.boxoffice.waitingroom.model.Violation.same;
import static io.boxoffice.waitingroom.model.Violation.unless;

import io.boxoffice.waitingroom.model.Place.State;
import io.boxoffice.waitingroom.redis.Reply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line and its model, to which the same happens. Every answer, every message and every state in between is compared. */
final class World {
    private static final int ALL = 100;

    private final UUID event = UUID.randomUUID();
    private final ClockedScripts scripts;
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

    private List<Long> draw = List.of();
    private long words = 10;
    private long elapsed;
    private boolean heard = true;
    private int returns;

    private record Token(long number, int session) {}

    World(ClockedScripts scripts, Setting setting) {
        this.scripts = scripts;
        this.setting = setting;
        this.model = new LineModel(setting);
        Arrays.fill(opens, setting.opensAt());
        ClockedScripts.forgetAll();
        run(0, "queue/begin", 1, 0, 0, 0);
    }

    void apply(Op op) {
        switch (op) {
            case Op.Join join ->
                join(join.at(), List.of(who(join.fan())), join.device(), join.serial(), join.cleared());
            case Op.JoinTogether(var at, var fans) -> join(at, fans, 0, -1, false);
            case Op.Poll(var at, var fan, var back, var drawn) -> poll(at, who(fan), token(who(fan), back), drawn);
            case Op.PollAsAnother(var at, var fan, var other) -> poll(at, fan, token(who(other), 0), false);
            case Op.LeaveAsAnother(var at, var fan, var other) -> leave(at, fan, token(who(other), 0));
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
                run(at, "admission/abandon", ALL, setting.patience(), setting.grace());
            }
            case Op.Expire(var at) -> {
                model.expire();
                run(at, "admission/expire", ALL);
            }
            case Op.SendHome(var at, var atMost) -> {
                model.sendHome(atMost);
                run(at, "admission/send-home", atMost);
            }
            case Op.TellJoins(var at) -> run(at, "admission/tell-joins");
            case Op.Word word -> word(word);
            case Op.SoldOut(var at, var old, var soldOut) -> {
                long said = said(old);
                var expected = model.soldOut(said, soldOut);
                same("sold out", outcome(at, "sale/set-sold-out", soldOut ? 1 : 0, said), expected);
            }
            case Op.Ended(var at, var old, var reason) -> {
                long said = said(old);
                var expected = model.ended(said, reason);
                same("ended", outcome(at, "event/set-ended", reason, said), expected);
            }
            case Op.Fill(var at, var count, var behind) -> fill(at, count, behind);
            case Op.Pass(var micros) -> pass(micros);
            case Op.SetBack(var millis) -> model.micros -= millis * 1_000L;
            case Op.ToOpening(var after) -> pass(Math.max(0, (setting.opensAt() + after) * 1_000 - model.micros));
            case Op.PutOff(var at, var seconds) -> opens[at] = Math.max(opens[at], model.now()) + seconds * 1_000L;
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
        apply(new Op.Ended(0, false, 0));
        apply(new Op.Word(0, false, "MANUAL", 6_000, 1_000));
        pass(Math.max(0, (Arrays.stream(opens).max().orElseThrow()) * 1_000 - model.micros));
        for (int round = 0; round < 3; round++) {
            apply(new Op.Beat(0, 1, true));
            apply(new Op.Fill(0, ALL, 0));
            apply(new Op.Admit(0, ALL));
            pass(1_000_000);
        }
        unless(model.size() == 0, "still waiting: %s", model.places);
    }

    // ---- fans

    private void join(int at, List<Integer> fans, int device, int serial, boolean cleared) {
        var args = new ArrayList<Object>(List.of(
                opens[at],
                setting.closesAt(),
                Math.min(setting.lobbyOpensAt(), opens[at]),
                setting.presaleAt(),
                setting.rate(),
                Setting.POLL_LEAST,
                Setting.POLL_USUAL,
                Setting.POLL_MOST));
        for (int fan : fans) {
            args.addAll(
                    List.of(fanId(fan), ByteBuffer.allocate(4).putInt(device).array(), cleared ? 1 : 0, serial, 0.5));
        }
        var look = call(at, "queue/join", args.toArray());
        var replies = look.list(0).list(1);
        for (int i = 0; i < fans.size(); i++) {
            var answer = model.join(opens[at], fans.get(i), device, serial, cleared);
            compare("join", answer, replies.list(i));
            if (answer.place() != null && heard) {
                keep(fans.get(i), new Token(answer.number(), answer.session()));
            }
        }
        compare("queue/join", look);
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
        var look = call(
                at,
                "queue/poll",
                opens[at],
                setting.rate(),
                Setting.POLL_LEAST,
                Setting.POLL_USUAL,
                Setting.POLL_MOST,
                token.number(),
                token.session(),
                fanId(fan),
                0.5,
                position);
        compare("poll", answer, look.list(0).list(1).list(0));
        compare("queue/poll", look);
    }

    /** The answer is as the model says; the interval told is the line's to choose. */
    private void compare(String what, Answer expected, Reply reply) {
        same(what, Answer.of(reply), expected);
        var place = expected.place();
        if (place == null) {
            return;
        }
        long told = reply.number(7);
        if (expected.intervalIsNew()) {
            unless(
                    told >= Setting.POLL_LEAST * 0.9 && told <= Setting.POLL_MOST * 1.1 + 1_000,
                    "poll after %d ms",
                    told);
            place.told(told);
        }
        same("poll after", told, place.told());
        for (; returns < model.returns; returns++) {
            history.cameBack();
        }
        if (expected.ahead() >= 0 && place.waits() && !expected.outcome().equals("SUPERSEDED")) {
            history.ahead(place, expected.ahead());
        }
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
            same("leave", outcome(at, "queue/leave", token.number(), token.session(), fanId(fan)), expected);
        }
    }

    private void claim(int at, @Nullable Token token, boolean passes, boolean keeps) {
        var place = token == null ? null : place(token);
        if (place == null) {
            return;
        }
        var expected = model.claim(place, token.session(), passes);
        var reply = run(at, "admission/claim", token.number(), token.session(), Setting.SESSION, passes ? 1 : 0);
        same("claim", reply.word(0), expected);
        if (!expected.equals("CLAIMED")) {
            same(
                    "keep",
                    outcome(at, "admission/keep-token", token.number(), token.session(), "stolen"),
                    "NOT_ADMITTED");
            return;
        }
        same("session ends", reply.number(1), place.deadline);
        same("kept", reply.word(2), model.tokens.getOrDefault(LineModel.session(place), ""));
        if (keeps) {
            var written = "token " + words++;
            var kept = run(at, "admission/keep-token", token.number(), token.session(), written);
            same("kept", kept.word(1), model.keep(place, written));
        }
    }

    /** As the service does: the purchase names a session, which counts while it is the fan's. */
    private void buy(int at, int fan, @Nullable Token token) {
        var latest = run(at, "sale/find-session", fanId(fan));
        var place = model.latest(fan);
        same("latest", latest.number(0) + "/" + latest.number(1), place == null ? "0/0" : LineModel.session(place));
        if (token != null && place != null && place.number == token.number() && place.session == token.session()) {
            var expected = model.bought(place, token.session());
            same("bought", outcome(at, "sale/purchased", token.number(), token.session()), expected);
        }
    }

    /** A fan, or with a number too high one of those on the site. */
    private int who(int fan) {
        var in = model.places.stream().filter(Place::isIn).toList();
        return fan < Setting.FANS ? fan : in.isEmpty() ? fan - Setting.FANS : in.get(fan % in.size()).fan;
    }

    private @Nullable Token token(int fan, int back) {
        var held = tokens.get(fan);
        return back < held.size() ? held.get(held.size() - 1 - back) : null;
    }

    private @Nullable Place place(Token token) {
        return token.number() <= model.places.size() ? model.places.get(Math.toIntExact(token.number()) - 1) : null;
    }

    private static byte[] fanId(int fan) {
        return ByteBuffer.allocate(16).putLong(0x0B0F).putLong(fan).array();
    }

    // ---- instances

    private void admit(int at, int atMost) {
        var look = call(
                at,
                "admission/admit",
                "AUTO",
                setting.rate(),
                setting.places(),
                Setting.LEASE,
                atMost,
                opens[at],
                setting.patience(),
                setting.grace());
        var told = Snapshot.of(look).told();
        int heads = Math.toIntExact(told.stream()
                .filter(message -> List.of("EntryAdmitted", "EntryAbandoned").contains(message.get("what")))
                .count());
        unless(heads == 0 || model.isOpen(), "let in while closed: %s", told);
        long present = model.admit(opens[at], heads).stream()
                .filter(place -> place.state == State.LEASED)
                .count();
        unless(present <= atMost, "%d let in of %d", present, atMost);
        compare("admission/admit", look);
    }

    private void word(Op.Word word) {
        long said = said(word.old());
        var rate = word.mode().equals("MANUAL") ? word.rate() : null;
        var places = word.places() > 0 ? word.places() : null;
        var expected = model.word(said, word.mode(), rate, places);
        var outcome = outcome(
                word.at(),
                "control/set-control",
                said,
                word.mode(),
                rate == null ? "" : rate,
                places == null ? "" : places,
                "",
                0,
                0);
        same("word", outcome, expected);
    }

    private long said(boolean old) {
        return old ? words - 3 : ++words;
    }

    private void fill(int at, int count, int behind) {
        long from = Math.max(0, model.filled - behind);
        var indexes = LongStream.range(from, Math.min(from + count, Math.max(model.lobbySize, 1)))
                .mapToObj(position -> model.lobbySize < 0 ? 0L : draw().get((int) position))
                .toList();
        var args = new ArrayList<Object>(List.of(from));
        args.addAll(indexes);
        var expected = model.fill(from, indexes);
        same("fill", outcome(at, "lobby/fill", args.toArray()), expected);
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

    // ---- the scripts

    private Reply call(int at, String script, Object... args) {
        return scripts.run(at, script, event, model.micros, args);
    }

    /** Runs a script whose effect the model has had already. */
    private Reply run(int at, String script, Object... args) {
        var look = call(at, script, args);
        compare(script, look);
        return look.list(0);
    }

    private String outcome(int at, String script, Object... args) {
        return run(at, script, args).word(0);
    }

    private void compare(String script, Reply look) {
        var line = Snapshot.of(look);
        history.look(line, model.now(), elapsed, model.mode.equals("PAUSED") ? 1 : model.rate, model.most);
        same(
                script + " told",
                line.told().stream()
                        .filter(World::isOfOne)
                        .map(World::said)
                        .sorted()
                        .toList(),
                told());
        if (!line.places().toString().equals(model.places.toString())) {
            for (int i = 0; i < Math.max(line.places().size(), model.places.size()); i++) {
                same(
                        script + " left",
                        i < line.places().size() ? line.places().get(i) : "",
                        i < model.places.size() ? model.places.get(i) : "");
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

    private static boolean isOfOne(java.util.Map<String, String> message) {
        return !message.get("what").equals("EntryJoined");
    }

    private List<String> told() {
        var told = model.told.stream().sorted().toList();
        model.told.clear();
        return told;
    }

    private static String said(java.util.Map<String, String> message) {
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
