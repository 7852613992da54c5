package io.boxoffice.waitingroom.model;

import io.boxoffice.waitingroom.redis.Reply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The scripts' arguments in order. Each answer is that of {@code model/look.lua}. */
final class Calls {
    private static final double JITTER = 0.5;
    private static final int ALL = 1_000;

    /** How a session ended, as numbered in {@code lua/entry.lua}. */
    record End(int state, int reason) {}

    private final ClockedScripts scripts;
    private final Setting setting;
    private final UUID event = UUID.randomUUID();
    private final LongSupplier micros;
    private int server = 1;

    Calls(ClockedScripts scripts, Setting setting, LongSupplier micros) {
        this.scripts = scripts;
        this.setting = setting;
        this.micros = micros;
        call(0, "queue/begin", 1, 0, 0, 0);
    }

    Reply call(int at, String script, Object... args) {
        return scripts.run(at, script, event, micros.getAsLong(), server, args);
    }

    Reply join(int at, long opens, long closes, List<Integer> fans, int device, int serial, boolean cleared) {
        var args = new ArrayList<Object>(List.of(
                opens,
                closes,
                Math.min(setting.lobbyOpensAt(), opens),
                setting.presaleAt(),
                setting.rate(),
                Setting.POLL_LEAST,
                Setting.POLL_USUAL,
                Setting.POLL_MOST,
                Setting.POLL_BUDGET));
        for (int fan : fans) {
            args.addAll(List.of(fanId(fan), print(device), cleared ? 1 : 0, serial, JITTER));
        }
        return call(at, "queue/join", args.toArray());
    }

    Reply poll(int at, long opens, Token token, int fan, long position) {
        return call(
                at,
                "queue/poll",
                opens,
                setting.rate(),
                Setting.POLL_LEAST,
                Setting.POLL_USUAL,
                Setting.POLL_MOST,
                Setting.POLL_BUDGET,
                token.number(),
                token.session(),
                fanId(fan),
                JITTER,
                position);
    }

    Reply watch(int at, long opens, List<Integer> fans, List<Token> tokens) {
        var args = new ArrayList<Object>(List.of(opens, setting.rate()));
        for (int i = 0; i < fans.size(); i++) {
            args.addAll(List.of(tokens.get(i).number(), tokens.get(i).session(), fanId(fans.get(i))));
        }
        return call(at, "queue/watch", args.toArray());
    }

    /** {@code strain}: in hundredths, or −1. */
    Reply adapt(int at, int strain) {
        return call(
                at,
                "control/adapt",
                "AUTO",
                setting.rate(),
                setting.places(),
                setting.floor(),
                setting.ceiling(),
                strain < 0 ? "" : 100,
                strain / 100.0,
                0,
                "load");
    }

    Reply leave(int at, Token token, int fan) {
        return call(at, "queue/leave", token.number(), token.session(), fanId(fan));
    }

    Reply claim(int at, Token token, boolean passes) {
        return call(at, "admission/claim", token.number(), token.session(), Setting.SESSION, passes ? 1 : 0);
    }

    Reply keep(int at, Token token, String access) {
        return call(at, "admission/keep-token", token.number(), token.session(), access, "");
    }

    Reply findSession(int at, int fan) {
        return call(at, "sale/find-session", fanId(fan));
    }

    Reply purchased(int at, Token token) {
        return call(at, "sale/purchased", token.number(), token.session());
    }

    Reply admit(int at, long opens, int atMost) {
        return call(
                at,
                "admission/admit",
                "AUTO",
                setting.rate(),
                setting.places(),
                Setting.LEASE,
                atMost,
                opens,
                setting.patience(),
                setting.grace());
    }

    Reply sweep(int at) {
        return call(at, "admission/abandon", ALL, setting.patience(), setting.grace(), 1);
    }

    Reply expire(int at) {
        return call(at, "admission/expire", ALL);
    }

    Reply fill(int at, long from, List<Long> indexes) {
        var args = new ArrayList<Object>(List.of(from));
        args.addAll(indexes);
        return call(at, "lobby/fill", args.toArray());
    }

    /** Another server took over. */
    void failOver() {
        server++;
    }

    /** The bits of presale codes that were used. */
    byte[] usedCodes() {
        return scripts.get("presale-used:{" + event + "}");
    }

    /** {@code over}: how the session is known to have ended, or null. */
    Reply restore(int at, long opens, Token token, int fan, long position, @Nullable End over) {
        return call(
                at,
                "queue/restore",
                token.number(),
                token.session(),
                fanId(fan),
                print(token.device()),
                token.lobby() ? 1 : 0,
                token.place(),
                position,
                over == null ? 0 : over.state(),
                over == null ? 0 : over.reason(),
                Setting.LEASE,
                Setting.SESSION,
                opens,
                setting.rate(),
                JITTER,
                Setting.POLL_LEAST,
                Setting.POLL_USUAL,
                Setting.POLL_MOST,
                Setting.POLL_BUDGET);
    }

    private static byte[] print(int device) {
        return ByteBuffer.allocate(4).putInt(device).array();
    }

    static byte[] fanId(int fan) {
        return ByteBuffer.allocate(16).putLong(0x0B0F).putLong(fan).array();
    }
}
