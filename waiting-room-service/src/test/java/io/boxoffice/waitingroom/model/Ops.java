package io.boxoffice.waitingroom.model;

import io.boxoffice.waitingroom.model.Op.*;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Draws sequences: mostly what fans and instances do all the time, now and then what they rarely do. */
final class Ops {
    private final Random random;
    /** Dates have luck of their own, beside that of the rest. */
    private final Random dates = new Random(1);

    private final List<Supplier<Op>> kinds = new ArrayList<>();

    private Ops(Random random) {
        this.random = random;
        often(
                18,
                () -> new Join(at(), who(), random.nextInt(4) / 3, chance(4) ? random.nextInt(-2, 40) : -1, chance(6)));
        often(
                3,
                () -> new JoinTogether(
                        at(),
                        Stream.generate(this::fan).limit(random.nextInt(1, 6)).toList()));
        often(10, () -> new Poll(at(), who(), back(), random.nextBoolean()));
        often(2, () -> new Watch(at(), Stream.generate(this::who).limit(4).toList(), back()));
        often(2, () -> new Adapt(at(), random.nextInt(-20, 160)));
        often(1, () -> new PollAsAnother(at(), fan(), who()));
        often(1, () -> new LeaveAsAnother(at(), fan(), who()));
        often(6, () -> new Beat(at(), random.nextInt(1, 7), random.nextBoolean()));
        often(3, () -> new Leave(at(), who(), back()));
        often(1, () -> new Leave(at(), who(), 1));
        often(8, () -> new Claim(at(), who(), back(), !chance(4), !chance(5)));
        often(4, () -> new Buy(at(), who(), back()));
        often(3, () -> new Vanish(fan()));
        often(2, () -> new Return(fan()));
        often(10, () -> new Admit(at(), random.nextInt(2, 6)));
        often(4, () -> new Sweep(at()));
        often(2, () -> new Expire(at()));
        often(2, () -> new SendHome(at(), random.nextInt(1, 5), dates.nextInt(3) == 0));
        often(1, () -> new TellJoins(at()));
        often(3, this::word);
        often(2, () -> new SoldOut(at(), chance(4), chance(3)));
        often(2, () -> new Ended(at(), chance(4), chance(3) ? random.nextInt(7, 9) : 0, minutes()));
        often(6, () -> new Fill(at(), random.nextInt(1, 6), chance(5) ? random.nextInt(1, 4) : 0));
        often(7, () -> new Pass(pause()));
        often(1, () -> new SetBack(random.nextInt(1, 200)));
        often(1, () -> new PutOff(at(), random.nextInt(1, 1_800)));
    }

    static List<Op> of(Random random) {
        var ops = new Ops(random);
        int length = 60 + random.nextInt(100);
        int opening = random.nextInt(length / 2);
        var all = new ArrayList<Op>();
        for (int i = 0; i < length; i++) {
            if (i == opening) {
                all.add(new ToOpening(random.nextInt(-50, 50)));
            } else if (ops.chance(60)) {
                all.add(ops.loss());
            } else if (ops.chance(30)) {
                all.addAll(ops.takeover());
            } else if (ops.chance(20)) {
                all.addAll(ops.silence());
            } else {
                all.add(ops.maybeUnheard());
            }
        }
        return all;
    }

    private Op maybeUnheard() {
        var op = next();
        return chance(12) ? new Unheard(op) : op;
    }

    private Op next() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private void often(int weight, Supplier<Op> kind) {
        kinds.addAll(Collections.nCopies(weight, kind));
    }

    private Op loss() {
        var lost = Stream.generate(this::next)
                .filter(Ops::isQuick)
                .limit(random.nextInt(6))
                .toList();
        return new Loss(random.nextBoolean(), lost, random.nextInt(lost.size() + 1), random.nextLong());
    }

    /** Marks are at most a second old: what takes longer is not lost without one. */
    private static boolean isQuick(Op op) {
        return !(op instanceof Beat || op instanceof Pass || op instanceof SetBack || op instanceof PutOff);
    }

    /** A fan on the site changes to another device, and back perhaps. */
    private List<Op> takeover() {
        int fan = who();
        return List.of(
                new Claim(at(), fan, 0, true, true),
                new Join(at(), fan, random.nextInt(2), -1, chance(2)),
                new Claim(at(), fan, random.nextInt(2), chance(2), true),
                chance(2) ? new Leave(at(), fan, 1) : new Poll(at(), fan, 1, false));
    }

    /** Nobody polls for a while, and is missed; then somebody comes back, or all are sent home. */
    private List<Op> silence() {
        var silence = new ArrayList<Op>();
        // far from the opening those in the lobby are not expected for long
        silence.add(new Pass(chance(2) ? 2_700_000_000L : random.nextLong(120_000_000, 300_000_000)));
        silence.add(new Sweep(at()));
        switch (random.nextInt(4)) {
            case 0 ->
                Stream.generate(() -> new Join(at(), fan(), 0, random.nextInt(40), false))
                        .limit(4)
                        .forEach(silence::add);
            case 1 -> silence.add(new Poll(at(), fan(), 0, random.nextBoolean()));
            case 2 -> silence.add(new SoldOut(at(), false, true));
            default ->
                silence.addAll(List.of(
                        new Pass(random.nextLong(500_000_000, 700_000_000)),
                        new SoldOut(at(), false, true),
                        new SendHome(at(), Setting.FANS, false)));
        }
        return silence;
    }

    private Op word() {
        return new Word(
                at(),
                chance(4),
                List.of("AUTO", "MANUAL", "PAUSED").get(random.nextInt(3)),
                new int[] {60, 600, 6_000}[random.nextInt(3)],
                random.nextInt(4) - 1);
    }

    private long pause() {
        long most = new long[] {1_000, 1_000_000, 60_000_000, 200_000_000, 900_000_000}[random.nextInt(5)];
        return random.nextLong(most);
    }

    private int minutes() {
        return dates.nextBoolean() ? 0 : dates.nextInt(-120, 600);
    }

    private int at() {
        return random.nextInt(Setting.INSTANCES);
    }

    private int fan() {
        return random.nextInt(Setting.FANS);
    }

    private int who() {
        return random.nextInt(2 * Setting.FANS);
    }

    private int back() {
        return chance(6) ? random.nextInt(1, 3) : 0;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
