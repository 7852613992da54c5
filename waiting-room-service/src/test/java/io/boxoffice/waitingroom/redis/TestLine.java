package io.boxoffice.waitingroom.redis;

import io.boxoffice.common.test.TestServers;
import io.boxoffice.waitingroom.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ScanOptions;

/** The line of a new event on a real Redis, spoken to through the scripts alone, with timers of the test's choice. */
public final class TestLine {
    private static final LettuceConnectionFactory REDIS = connect();
    private static final LuaScripts SCRIPTS = new LuaScripts(REDIS);
    private static final long FAR = 4_000_000_000_000L;

    public final UUID event = UUID.randomUUID();
    public long opensAt = 0;
    /** No lobby, unless it is set to open before the line. */
    public long lobbyOpensAt = FAR;

    public long presaleAt = 0;
    public long closesAt = FAR;
    public long pollLeast = 2_000;
    public long pollUsual = 30_000;
    public long pollMost = 600_000;
    public long pollBudget = 20_000;
    public long abandonAfter = 120_000;
    public long grace = 600_000;
    public long lease = 120_000;
    public long sessionLasts = 600_000;
    public long places = 1_000;
    public long rate = 600_000;
    public String mode = "AUTO";
    public boolean cleared;

    /** What a fan holds after joining. */
    public record Entry(
            String outcome, long number, int session, long score, String state, long ahead, long told, UUID fan) {}

    public TestLine() {
        run("queue/begin", 1, 0, 0, 0);
    }

    static LettuceConnectionFactory connect() {
        var address = TestServers.redis();
        var factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration(address.host(), address.port()));
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    public Entry join(UUID fan) {
        return join(fan, "phone");
    }

    public Entry join(UUID fan, String device) {
        return entry(tryJoin(fan, device), fan);
    }

    public Reply tryJoin(UUID fan, String device) {
        return tryJoin(fan, device, -1);
    }

    /** Joins with a genuine presale code. */
    public Reply tryJoin(UUID fan, String device, long serial) {
        var print = java.util.Arrays.copyOf(Bytes.sha256(device.getBytes(StandardCharsets.UTF_8)), 4);
        return run(
                        "queue/join",
                        opensAt,
                        closesAt,
                        Math.min(lobbyOpensAt, opensAt),
                        presaleAt,
                        rate,
                        pollLeast,
                        pollUsual,
                        pollMost,
                        pollBudget,
                        Bytes.of(fan),
                        print,
                        cleared ? 1 : 0,
                        serial,
                        0.5)
                .list(1)
                .list(0);
    }

    public Reply tryPoll(Entry entry) {
        return tryPoll(entry, -1);
    }

    /** Polls with the draw position of the fan's join index. */
    public Reply tryPoll(Entry entry, long position) {
        return run(
                        "queue/poll",
                        opensAt,
                        rate,
                        pollLeast,
                        pollUsual,
                        pollMost,
                        pollBudget,
                        entry.number(),
                        entry.session(),
                        Bytes.of(entry.fan()),
                        0.5,
                        position)
                .list(1)
                .list(0);
    }

    public Entry poll(Entry entry) {
        return entry(tryPoll(entry), entry.fan());
    }

    public String reason(Entry entry) {
        return tryPoll(entry).word(8);
    }

    public String leave(Entry entry) {
        return run("queue/leave", entry.number(), entry.session(), Bytes.of(entry.fan()))
                .word(0);
    }

    /** How many were let in. */
    public int admit(int atMost) {
        return (tryAdmit(atMost).size() - 8) / 2;
    }

    public Reply tryAdmit(int atMost) {
        return run("admission/admit", mode, rate, places, lease, atMost, opensAt, abandonAfter, grace);
    }

    public Reply claim(Entry entry) {
        return claim(entry, true);
    }

    public Reply claim(Entry entry, boolean mayPass) {
        return run("admission/claim", entry.number(), entry.session(), sessionLasts, mayPass ? 1 : 0);
    }

    public Reply keepToken(Entry entry, String token) {
        return keepToken(entry, token, "");
    }

    public Reply keepToken(Entry entry, String token, String replaced) {
        return run("admission/keep-token", entry.number(), entry.session(), token, replaced);
    }

    public long expire() {
        return run("admission/expire", 100).number(0);
    }

    public long abandon() {
        return run("admission/abandon", 100, abandonAfter, grace, 1).number(0);
    }

    public long sendHome() {
        return sendHome(1, FAR);
    }

    /** By an instance that knows this version of the event, which begins then. */
    public long sendHome(long version, long begins) {
        return run("admission/send-home", 100, 0, version, begins).number(0);
    }

    public String soldOut(boolean soldOut, long at) {
        return run("sale/set-sold-out", soldOut ? 1 : 0, at).word(0);
    }

    /** 0 takes place, 7 cancelled, 8 postponed. */
    public String ended(int reason, long version) {
        return ended(reason, version, FAR);
    }

    public String ended(int reason, long version, long begins) {
        return run("event/set-ended", reason, version, begins).word(0);
    }

    public String control(long number, String mode, Object rate, Object places) {
        return run("control/set-control", number, mode, rate, places, "", 0, 0).word(0);
    }

    public String purchased(Entry entry) {
        return run("sale/purchased", entry.number(), entry.session()).word(0);
    }

    public Reply status() {
        return run("queue/status");
    }

    public long waiting() {
        return status().number(1);
    }

    public long tellJoins() {
        return run("admission/tell-joins").number(0);
    }

    public Reply run(String script, Object... args) {
        return SCRIPTS.named(script).run(event, args);
    }

    /** What the scripts have told so far. */
    public List<Map<String, String>> told() {
        var messages = new ArrayList<Map<String, String>>();
        var entries = run("outbox/take", "test", 1_000, 10_000);
        for (int i = 0; i < entries.size(); i++) {
            var pairs = entries.list(i).list(1);
            var message = new HashMap<String, String>();
            for (int k = 0; k < pairs.size(); k += 2) {
                message.put(pairs.word(k), pairs.word(k + 1));
            }
            messages.add(message);
        }
        return messages;
    }

    public List<String> toldNames() {
        return told().stream().map(message -> message.get("what")).toList();
    }

    /** Moves those at the next draw positions, whose join indexes these are. */
    public Reply fill(long from, Object... indexes) {
        var args = new ArrayList<Object>(List.of(from));
        args.addAll(List.of(indexes));
        return run("lobby/fill", args.toArray());
    }

    /** Redis loses all that it had of this line. */
    public void lose() {
        try (var connection = REDIS.getConnection();
                var keys = connection
                        .keyCommands()
                        .scan(ScanOptions.scanOptions()
                                .match("*{" + event + "}*")
                                .count(10_000)
                                .build())) {
            keys.forEachRemaining(key -> connection.keyCommands().del(key));
        }
    }

    /** The line comes back as it was known to be: lobby size −1 for an open lobby, or none. */
    public void comeBack(
            long epoch, long joins, long lobbyJoins, long lobbyN, long opened, long filled, long served, long over) {
        run(
                "queue/begin",
                epoch,
                joins,
                0,
                60_000,
                lobbyJoins,
                lobbyN,
                opened,
                filled,
                served,
                over,
                0,
                0,
                0,
                0,
                "",
                "",
                "",
                "",
                0,
                0);
    }

    /** Sends a genuine token of an entry made on the phone. */
    public Reply tryRestore(Entry entry, boolean inLobby, long position, int state, int reason) {
        return tryRestore(entry, "phone", inLobby, position, state, reason);
    }

    public Reply tryRestore(Entry entry, String device, boolean inLobby, long position, int state, int reason) {
        return run(
                "queue/restore",
                entry.number(),
                entry.session(),
                Bytes.of(entry.fan()),
                java.util.Arrays.copyOf(Bytes.sha256(device.getBytes(StandardCharsets.UTF_8)), 4),
                inLobby ? 1 : 0,
                entry.score(),
                position,
                state,
                reason,
                lease,
                sessionLasts,
                opensAt,
                rate,
                0.5,
                pollLeast,
                pollUsual,
                pollMost,
                pollBudget);
    }

    public Entry restore(Entry entry) {
        return entry(tryRestore(entry, false, -1, 0, 0), entry.fan());
    }

    /** One field of the line. */
    public long field(String name) {
        try (var connection = REDIS.getConnection()) {
            var value = connection
                    .hashCommands()
                    .hGet(
                            ("line:{" + event + "}").getBytes(StandardCharsets.UTF_8),
                            name.getBytes(StandardCharsets.UTF_8));
            return value == null ? -1 : Long.parseLong(new String(value, StandardCharsets.UTF_8));
        }
    }

    /** The scripts, on the Redis of this line. */
    public static LuaScripts scripts() {
        return SCRIPTS;
    }

    /** Redis loses one key of the line. */
    public void lose(String key) {
        try (var connection = REDIS.getConnection()) {
            connection.keyCommands().del((key + ":{" + event + "}").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** A lobby fan whose entry Redis lost came back, and may have left again. */
    public void cameBack(long joinIndex, UUID fan) {
        try (var connection = REDIS.getConnection()) {
            connection
                    .hashCommands()
                    .hSet(
                            ("leaves-back:{" + event + "}").getBytes(StandardCharsets.US_ASCII),
                            String.valueOf(joinIndex).getBytes(StandardCharsets.US_ASCII),
                            Bytes.of(fan));
        }
    }

    public static Entry entry(Reply reply, UUID fan) {
        return new Entry(
                reply.word(0),
                reply.number(1),
                Math.toIntExact(reply.number(2)),
                reply.number(3),
                reply.word(4),
                reply.number(5),
                reply.number(7),
                fan);
    }
}
