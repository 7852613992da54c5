package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Everybody at once: a virtual thread each. */
final class Crowd {

    private static final Duration MOST = Duration.ofMinutes(30);
    private static final Duration BOTS_GO_WITHIN = Duration.ofSeconds(60);
    private static final int FARM = 50;

    private final Sale sale;
    private final List<Client> fans = new ArrayList<>();
    private final List<Client> bots = new ArrayList<>();

    /** People and bots who come within the rush; with a pace of 1 they think as long as people do. */
    Crowd(Sale sale, List<Person> people, DemoOptions options, Rush rush, double pace) {
        this.sale = sale;
        int machines = options.machines();
        for (int i = 0; i < people.size(); i++) {
            FanPlan plan = FanPlan.of(options.seed(), i, rush, pace);
            if (i < machines) {
                bots.add(bot(people.get(i), i / FARM, options.seed(), plan));
            } else {
                fans.add(new Fan(sale, people.get(i), address(16, i), plan));
            }
        }
    }

    /** Something done to the fleet while everybody is there. */
    @FunctionalInterface
    interface Disturbance {
        void happen() throws IOException, InterruptedException;
    }

    /** Comes, and goes when every person has done what they came for and every disturbance is over. */
    void come(List<Disturbance> disturbances) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Future<?>> machines = start(threads, bots);
                List<Future<?>> people = start(threads, fans);
                List<Future<?>> disturbing = new ArrayList<>();
                for (Disturbance disturbance : disturbances) {
                    disturbing.add(threads.submit(() -> {
                        disturbance.happen();
                        return null;
                    }));
                }
                await(people, MOST);
                sale.over().set(true);
                await(machines, BOTS_GO_WITHIN);
                await(disturbing, MOST);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static List<Future<?>> start(ExecutorService threads, List<Client> clients) {
        List<Future<?>> started = new ArrayList<>();
        for (Client client : clients) {
            started.add(threads.submit(() -> {
                client.live();
                return null;
            }));
        }
        return started;
    }

    private static void await(List<Future<?>> lives, Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        try {
            for (Future<?> life : lives) {
                life.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException late) {
            throw new IOException("not everybody was done within " + most, late);
        } catch (ExecutionException failed) {
            throw new IOException("somebody could not go on: " + failed.getCause(), failed);
        }
    }

    /** All bots of a farm share a device and an address. */
    private Bot bot(Person person, int farm, long seed, FanPlan plan) {
        var device = Device.random("farm-" + farm, new SplittableRandom(seed + farm));
        return new Bot(sale, person, address(99, farm), device, plan);
    }

    private static String address(int net, int host) {
        return "10.%d.%d.%d".formatted(net, host / 250 % 250, 1 + host % 250);
    }
}
