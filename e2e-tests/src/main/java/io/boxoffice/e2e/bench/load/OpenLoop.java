package io.boxoffice.e2e.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests at a set rate, whether or not the server keeps up: the latency of each counts from when it was to be sent, so that
 * one slow answer does not hide the ones behind it.
 *
 * @param port the server's
 * @param perSecond the rate
 * @param lanes connections
 */
public record OpenLoop(int port, int perSecond, int lanes) {

    private static final long LONGEST_NANOS = Duration.ofSeconds(60).toNanos();

    /** Sends each request of the list in turn for a time; latencies in nanoseconds. Every answer must be 200. */
    public Histogram send(List<byte[]> requests, Duration time) throws IOException, InterruptedException {
        var latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);
        long start = System.nanoTime() + Duration.ofMillis(50).toNanos();
        int total = Math.toIntExact(time.toMillis() * perSecond / 1_000);
        try (var threads = Executors.newFixedThreadPool(lanes)) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                int first = lane;
                running.add(threads.submit(() -> {
                    drive(requests, first, total, start, latencies);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
        return latencies;
    }

    private void drive(List<byte[]> requests, int first, int total, long start, Histogram latencies)
            throws IOException {
        try (var connection = new HttpLane(port)) {
            for (int number = first; number < total; number += lanes) {
                long due = start + number * 1_000_000_000L / perSecond;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var reply = connection.ask(requests.get(number % requests.size()));
                if (reply.status() != 200) {
                    throw new IOException("answered " + reply.status() + ": " + reply.body());
                }
                latencies.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - due));
            }
        }
    }
}
