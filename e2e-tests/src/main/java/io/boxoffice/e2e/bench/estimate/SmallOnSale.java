package io.boxoffice.e2e.bench.estimate;

import io.boxoffice.waitingroom.estimate.Outlook;
import io.boxoffice.waitingroom.estimate.Reading;
import io.boxoffice.waitingroom.estimate.Told;
import io.boxoffice.waitingroom.estimate.WaitEstimator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A small on-sale in virtual time, over within a minute or two: most fans come to the lobby and poll just after the opening, the
 * others come after it; the rate begins with a quarter and doubles every five seconds, in some the site is overloaded on the way; in
 * half of them there is room for fewer than come, and places come back as fans have bought. Judged is what each fan is told first.
 */
public final class SmallOnSale {
    private static final double TICK = 0.2;
    private static final double LOBBY = 10;
    private static final double LATE_WITHIN = 12;
    private static final double DOUBLES_IN = 5;
    private static final double CLIMBS_IN = 120;
    private static final double OVERLOAD_LASTS = 2;
    /** Below a second, a share says nothing. */
    private static final double LEAST = 1;

    private final SplittableRandom random;
    private final WaitEstimator estimator = new WaitEstimator();
    private final List<First> compared = new ArrayList<>();
    private final double configured;
    private final int fans;
    private final int places;
    private final double sessionLasts;
    private final double drawnAt;
    private final double overloadAt;
    private final List<Fan> line = new ArrayList<>();
    private final Queue<Double> ends = new PriorityQueue<>();
    private double inForce;
    private double upTo;
    private double lowered = Double.NEGATIVE_INFINITY;
    private boolean climbing;
    private int admitted;

    private static final class Fan {
        private final double comes;
        private double polls;
        private double toldAt = Double.NaN;
        private double position;
        private @Nullable Told told;

        private Fan(double comes, double polls) {
            this.comes = comes;
            this.polls = polls;
        }
    }

    /**
     * The first wait that one fan was told: each error is the difference as a share of the wait.
     *
     * @param estimator of the waiting room's estimator
     * @param position of the people ahead, divided by the configured rate
     * @param held whether the wait lay in the interval told
     */
    public record First(double estimator, double position, boolean held) {}

    private SmallOnSale(long seed) {
        random = new SplittableRandom(seed * 131 + 3);
        configured = Math.exp(random.nextDouble(Math.log(300), Math.log(1_200))) / 60;
        fans = random.nextInt(80, 400);
        places = seed % 2 == 0 ? fans / 3 + random.nextInt(fans / 2) : 10 * fans;
        sessionLasts = random.nextDouble(6, 25);
        drawnAt = random.nextDouble(0.3, 2);
        overloadAt = seed % 3 == 0 ? random.nextDouble(2, 15) : Double.POSITIVE_INFINITY;
        inForce = configured / 4;
        upTo = configured;
    }

    /** Runs one on-sale: the first waits told to those who were not let in before. */
    public static List<First> run(long seed) {
        return new SmallOnSale(seed).run();
    }

    private List<First> run() {
        var lobby = new ArrayList<Fan>();
        var late = new ArrayList<Fan>();
        for (int i = 0; i < fans; i++) {
            if (random.nextDouble() < 0.7) {
                lobby.add(new Fan(0, random.nextDouble(1, 2)));
            } else {
                var comes = LATE_WITHIN * Math.pow(random.nextDouble(), 2);
                late.add(new Fan(comes, comes));
            }
        }
        Collections.shuffle(lobby, new Random(random.nextLong()));
        late.sort(Comparator.comparingDouble(fan -> fan.comes));
        var coming = new ArrayDeque<>(late);
        line.addAll(lobby);
        double tokens = 0;
        var outlook = estimator.outlook();
        for (long tick = Math.round(-LOBBY / TICK); !line.isEmpty() || !coming.isEmpty(); tick++) {
            var now = tick * TICK;
            while (!coming.isEmpty() && coming.peek().comes <= now) {
                line.add(coming.poll());
            }
            while (!ends.isEmpty() && ends.peek() <= now) {
                ends.poll();
            }
            if (tick % 5 == 0) {
                control(now);
                estimator.take(reading(now));
                outlook = estimator.outlook();
            }
            if (now >= 0) {
                tell(now, outlook);
                tokens = Math.min(tokens + inForce * TICK, Math.max(1, inForce));
                for (; now >= drawnAt && tokens >= 1 && !line.isEmpty() && ends.size() < places; tokens--) {
                    admit(now);
                }
            }
        }
        return compared;
    }

    private void control(double now) {
        // before the opening it is known that the rate will climb
        climbing = now <= 0;
        if (now <= 0) {
            return;
        }
        if (now >= overloadAt && now < overloadAt + OVERLOAD_LASTS) {
            if (now - lowered > DOUBLES_IN) {
                upTo = 0.7 * inForce;
                inForce = Math.max(configured / 10, inForce * 0.6);
                lowered = now;
            }
        } else if (!line.isEmpty() && ends.size() < places) {
            climbing = inForce < upTo;
            inForce =
                    climbing ? Math.min(upTo, inForce * Math.pow(2, 1 / DOUBLES_IN)) : inForce + configured / CLIMBS_IN;
        }
    }

    private Reading reading(double now) {
        var perMinute = inForce * 60;
        return new Reading(
                millis(now),
                1,
                admitted,
                0,
                line.size(),
                now >= drawnAt ? line.size() : 0,
                perMinute,
                climbing ? Math.max(perMinute, upTo * 60) : perMinute,
                places,
                ends.size());
    }

    private void tell(double now, Outlook outlook) {
        for (int ahead = 0; ahead < line.size(); ahead++) {
            var fan = line.get(ahead);
            if (fan.polls > now || now < drawnAt && fan.comes == 0) {
                continue;
            }
            if (fan.told == null) {
                fan.told =
                        outlook.told(millis(now), ahead, outlook.behind(ahead).orElseThrow());
                fan.toldAt = now;
                fan.position = ahead / configured;
            }
            fan.polls = now + Math.clamp(ahead / inForce / 4, 2, 30) * random.nextDouble(0.9, 1.1);
        }
    }

    private void admit(double now) {
        var fan = line.removeFirst();
        admitted++;
        ends.add(now + sessionLasts * Math.exp(0.4 * (random.nextDouble() + random.nextDouble() - 1) * 2));
        var told = fan.told;
        if (told != null) {
            var waited = now - fan.toldAt;
            estimator.learn(told, millis(now), admitted);
            compared.add(new First(
                    error(told.estimate().seconds(), waited),
                    error(fan.position, waited),
                    told.estimate().covers(waited)));
        }
    }

    private static long millis(double now) {
        return (long) ((now + LOBBY + 1) * 1000);
    }

    private static double error(double told, double waited) {
        return Math.abs(told - waited) / Math.max(LEAST, waited);
    }
}
