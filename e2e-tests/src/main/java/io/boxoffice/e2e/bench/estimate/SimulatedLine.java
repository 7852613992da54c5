package io.boxoffice.e2e.bench.estimate;

import io.boxoffice.e2e.bench.estimate.Telling.Ahead;
import io.boxoffice.waitingroom.estimate.Outlook;
import io.boxoffice.waitingroom.estimate.Reading;
import io.boxoffice.waitingroom.estimate.Sampling;
import io.boxoffice.waitingroom.estimate.Told;
import io.boxoffice.waitingroom.estimate.WaitEstimator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * The line in virtual time: fans come, poll as they are told, fall silent or leave; five times a second some are let in; once
 * a second the estimator gets its reading. It runs until nobody waits.
 */
final class SimulatedLine {
    private static final int BLOCKS = 48;
    private static final double TICK = 0.2;
    private static final double LEAVES_ALOUD = 0.2;
    private static final double SILENT_FOR = 120;
    private static final int SCORED = 10;
    private static final double RETOLD = 0.25;
    /** As all ahead may leave as well, the wait is shorter than their number says. */
    private static final double LOOKED_FORWARD = 0.85;

    private enum Kind {
        POLL,
        GONE
    }

    private record Due(double at, int fan, Kind kind) {}

    private final Scenario scenario;
    private final SplittableRandom random;
    private final WaitEstimator estimator = new WaitEstimator();
    private final PriorityQueue<Due> due = new PriorityQueue<>((one, other) -> Double.compare(one.at(), other.at()));
    private final List<Telling> tellings = new ArrayList<>();
    private final List<Double> pops = new ArrayList<>();
    private final List<Double> plan = new ArrayList<>();
    private final Map<Integer, Told> remembered = new HashMap<>();
    private final Fenwick present;
    private final double[] joined;
    private final double[] leaves;
    private final double[] horizon;
    private final boolean[] waiting;
    private final double[] turn;
    private final Wavering rate;
    private final Wavering made;
    private Outlook outlook = estimator.outlook();
    private int fans;
    private int head;
    private int size;
    private int gone;
    private int absent;
    private double noShows;
    private double inForce;
    private double perSecond;
    private double off = 1;

    SimulatedLine(Scenario scenario) {
        this.scenario = scenario;
        this.random = new SplittableRandom(scenario.seed() * 31 + 7);
        this.rate = new Wavering(scenario.wavers(), 40);
        this.made = new Wavering(scenario.wavers() / 2, 20);
        int most = (int) (scenario.burst()
                + scenario.flow() * scenario.perMinute() / 60 * scenario.lasts() * Math.max(1, scenario.factor()));
        present = new Fenwick(most);
        joined = new double[most];
        leaves = new double[most];
        horizon = new double[most];
        waiting = new boolean[most];
        turn = new double[most];
        Arrays.fill(turn, Double.NaN);
    }

    void run() {
        double tokens = 0;
        double arrivals = 0;
        long ticks = 0;
        for (double now = 0; now < scenario.lasts() || size > 0; now = ++ticks * TICK) {
            if (ticks % 5 == 0) {
                second(now);
            }
            arrivals += TICK * scenario.arrivalsPerSecond(now);
            while (arrivals >= 1 && fans < joined.length) {
                join(now + random.nextDouble() * 1e-3);
                arrivals--;
            }
            while (!due.isEmpty() && due.peek().at() <= now) {
                happens(due.poll());
            }
            tokens = Math.min(tokens + perSecond * TICK, Math.max(1, perSecond));
            for (; tokens >= 1 && size > 0; tokens--) {
                admit(now);
            }
        }
    }

    private void second(double now) {
        var changed = scenario.factorAt(now);
        inForce = scenario.perMinute() * rate.next(random) * (scenario.told() ? changed : 1);
        var planned = scenario.perMinute() * changed / 60 / (1 - noShows);
        perSecond = inForce / 60 * made.next(random) * (scenario.told() ? 1 : changed) / (1 - noShows);
        plan.add((plan.isEmpty() ? 0 : plan.getLast()) + planned);
        off = perSecond / planned;
        estimator.take(new Reading((long) (now * 1000), 1, pops.size(), gone, size, size, inForce));
        outlook = estimator.outlook();
    }

    private void join(double now) {
        int fan = fans++;
        joined[fan] = now;
        horizon[fan] = LOOKED_FORWARD * size / (scenario.perMinute() / 60 * scenario.factorAt(now));
        leaves[fan] = random.nextDouble() < scenario.leavers()
                ? now + random.nextDouble() * horizon[fan]
                : Double.POSITIVE_INFINITY;
        if (random.nextDouble() < LEAVES_ALOUD && leaves[fan] < Double.POSITIVE_INFINITY) {
            due.add(new Due(leaves[fan], fan, Kind.GONE));
        }
        waiting[fan] = true;
        present.add(fan, 1);
        size++;
        poll(now, fan);
    }

    private void happens(Due next) {
        if (!waiting[next.fan()]) {
            return;
        }
        switch (next.kind()) {
            case POLL -> poll(next.at(), next.fan());
            case GONE -> {
                remove(next.fan());
                gone++;
            }
        }
    }

    private void poll(double now, int fan) {
        var ahead = present.below(fan);
        var told = outlook.behind(ahead).orElseThrow();
        var memory = outlook.told((long) (now * 1000), ahead, told);
        if (Sampling.contains(fan + 1L) && (joined[fan] == now || random.nextDouble() < RETOLD)) {
            remembered.put(fan, memory);
        }
        if (fan % SCORED == 0) {
            tellings.add(new Telling(fan, now, pops.size(), off, ahead(ahead), memory));
        }
        var wait = told.seconds();
        var interval = wait < 60 ? Math.clamp(wait / 4, 2, 30) : Math.clamp(wait / 30, 30, 600);
        interval *= 0.9 + 0.2 * random.nextDouble();
        if (now + interval < leaves[fan]) {
            due.add(new Due(now + interval, fan, Kind.POLL));
        } else {
            due.add(new Due(now + Math.max(SILENT_FOR, 4 * interval), fan, Kind.GONE));
        }
    }

    private Ahead ahead(int count) {
        int blocks = Math.min(BLOCKS, count);
        var times = new float[blocks];
        var horizons = new float[blocks];
        for (int i = 0; i < blocks; i++) {
            int fan = present.select((int) ((i + 0.5) * count / blocks));
            times[i] = (float) joined[fan];
            horizons[i] = (float) horizon[fan];
        }
        return new Ahead(count, times, horizons);
    }

    private void admit(double now) {
        while (!waiting[head]) {
            head++;
        }
        int fan = head;
        remove(fan);
        turn[fan] = now;
        pops.add(now);
        var shows = leaves[fan] > now && random.nextDouble() >= scenario.noShows();
        noShows += ((shows ? 0 : 1) - noShows) / 500;
        var told = remembered.remove(fan);
        if (told != null) {
            estimator.learn(told, (long) (now * 1000), pops.size());
        }
        if (leaves[fan] <= now) {
            absent++;
        }
    }

    private void remove(int fan) {
        waiting[fan] = false;
        present.add(fan, -1);
        size--;
    }

    Scenario scenario() {
        return scenario;
    }

    List<Telling> tellings() {
        return tellings;
    }

    /** When a fan was let in; NaN for those who left. */
    double turnOf(int fan) {
        return turn[fan];
    }

    /** How many admissions were planned until then, without what wavers. */
    double planned(double at) {
        var last = plan.size() - 1;
        var second = (int) Math.min(at, last);
        var from = second == 0 ? 0 : plan.get(second - 1);
        var each = plan.get(second) - from;
        return from + each * (at - second);
    }

    /** When the k-th admission was. */
    double popAt(double k) {
        int at = Math.clamp((long) Math.floor(k), 0, pops.size() - 1);
        return pops.get(at);
    }

    /** The share of all fans who left before their turn, whether that was noticed before it or not. */
    double abandoned() {
        return (gone + absent) / (double) fans;
    }
}
