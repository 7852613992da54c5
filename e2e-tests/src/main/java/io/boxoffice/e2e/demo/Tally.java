package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.model.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Running figures of a sale, counted by many threads. */
final class Tally {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    final LongAdder holds = new LongAdder();
    final LongAdder orders = new LongAdder();
    final LongAdder soldSeats = new LongAdder();
    final LongAdder tickets = new LongAdder();
    final LongAdder mails = new LongAdder();
    final LongAdder scans = new LongAdder();
    final LongAdder kills = new LongAdder();
    final LongAdder fansDone = new LongAdder();
    final LongAdder botSeats = new LongAdder();
    final LongAdder listed = new LongAdder();
    final LongAdder resold = new LongAdder();
    final LongAdder refunds = new LongAdder();
    final Queue<Long> waitMillis = new ConcurrentLinkedQueue<>();
    final Queue<WaitTold> waitsTold = new ConcurrentLinkedQueue<>();
    final Map<UUID, Entry.Draw> lobby = new ConcurrentHashMap<>();
    final Queue<Sold> sold = new ConcurrentLinkedQueue<>();
    private final Map<Stop, Set<UUID>> reached = new ConcurrentHashMap<>();
    private final Map<UUID, Standing> line = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Map<String, Histogram> latencies = new ConcurrentHashMap<>();

    /** Where an entry stands, as its fan knows. */
    private enum Standing {
        WAITING,
        ADMITTED,
        GONE
    }

    /** How far somebody came on the way to their seat. */
    enum Stop {
        JOINED,
        ADMITTED,
        HELD,
        ORDERED,
        CONFIRMED,
        SCANNED
    }

    /** Seats sold at a moment. */
    record Sold(Instant at, int seats) {}

    /** A fan came so far; the second time does not count. */
    void reached(Stop stop, UUID fan) {
        reached.computeIfAbsent(stop, unknown -> ConcurrentHashMap.newKeySet()).add(fan);
    }

    long reached(Stop stop) {
        return reached.getOrDefault(stop, Set.of()).size();
    }

    void sold(int seats) {
        orders.increment();
        soldSeats.add(seats);
        sold.add(new Sold(Instant.now(), seats));
    }

    void joined(UUID entry) {
        line.putIfAbsent(entry, Standing.WAITING);
    }

    void admitted(UUID entry) {
        line.put(entry, Standing.ADMITTED);
    }

    /** Counts only who was not let in: leaving the shop is no leaving of the line. */
    void leftLine(UUID entry) {
        line.replace(entry, Standing.WAITING, Standing.GONE);
    }

    void error(String code) {
        errors.computeIfAbsent(code, unknown -> new LongAdder()).increment();
    }

    void latency(String operation, long nanos) {
        latencies
                .computeIfAbsent(operation, unknown -> new ConcurrentHistogram(LONGEST_MICROS, 3))
                .recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(nanos), LONGEST_MICROS));
    }

    /** Fans in line. */
    long queue() {
        return standing(Standing.WAITING);
    }

    /** Fans let in so far. */
    long admitted() {
        return standing(Standing.ADMITTED);
    }

    private long standing(Standing where) {
        return line.values().stream().filter(where::equals).count();
    }

    /** Refusals and failures by their word. */
    Map<String, Long> errors() {
        Map<String, Long> sums = new TreeMap<>();
        errors.forEach((code, count) -> sums.put(code, count.sum()));
        return sums;
    }

    /** The 95th percentile of an operation in milliseconds; 0 where there was none. */
    double p95Millis(String operation) {
        return millis(operation, 95);
    }

    /** A percentile of an operation in milliseconds; 0 where there was none. */
    double millis(String operation, double percentile) {
        Histogram histogram = latencies.get(operation);
        return histogram == null ? 0 : histogram.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** How often an operation was tried. */
    long calls(String operation) {
        Histogram histogram = latencies.get(operation);
        return histogram == null ? 0 : histogram.getTotalCount();
    }

    /** Everything that was tried, by name. */
    List<String> operations() {
        return latencies.keySet().stream().sorted().toList();
    }
}
