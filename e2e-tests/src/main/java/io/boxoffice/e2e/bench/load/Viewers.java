package io.boxoffice.e2e.bench.load;

import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Thousands who look at one stream, read by one thread: what each was told when, by the ids alone, and what it says once for all,
 * since all are told the same bytes.
 */
public final class Viewers implements AutoCloseable {

    private static final int BUFFER = 1 << 17;
    private static final Duration TURN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * One event of the stream.
     *
     * @param bytes its length on the wire
     * @param changes section and place of each seat whose letter it tells
     */
    public record Told(String event, int bytes, List<String> changes) {}

    private final Selector selector;
    private final List<Viewer> all = new ArrayList<>();
    private final Map<Long, Told> told = new TreeMap<>();
    private final Thread reader = Thread.ofPlatform().name("viewers").unstarted(this::read);
    private volatile boolean closed;
    /** Written after each turn, so that what was read in it can be seen. */
    private volatile long turns;

    private volatile int served;
    private volatile int lost;

    /** Connects so many to a server of this machine; {@code request} is what each of them sends. */
    public Viewers(int port, int count, IntFunction<byte[]> request) throws IOException, InterruptedException {
        this.selector = Selector.open();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int number = 0; number < count; number++) {
            var channel = SocketChannel.open(address);
            channel.write(ByteBuffer.wrap(request.apply(number)));
            channel.configureBlocking(false);
            var viewer = new Viewer();
            all.add(viewer);
            channel.register(selector, SelectionKey.OP_READ, viewer);
            if (number == 0) {
                reader.start();
            }
        }
        awaitUntil(() -> served == count, "%d viewers of %d were shown something".formatted(served, count));
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private void awaitUntil(Condition condition, String otherwise) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (lost > 0 || System.nanoTime() > end) {
                throw new IOException(lost > 0 ? lost + " viewers were hung up on" : otherwise);
            }
            Thread.sleep(TURN);
        }
    }

    /** Waits until everybody was told that an event's version is at least this one. */
    public void awaitVersion(long version) throws IOException, InterruptedException {
        awaitUntil(
                () -> turns > 0 && all.stream().allMatch(viewer -> viewer.lastId() >= version),
                "not everybody was told of version " + version);
    }

    /** How long after a moment (microseconds of the epoch) each was told this version or a later one; microseconds. */
    public void record(long version, long from, Histogram latencies) throws IOException {
        for (Viewer viewer : all) {
            long at = viewer.told(version);
            if (at < 0) {
                throw new IOException("a viewer was not told of version " + version);
            }
            latencies.recordValue(Math.max(0, at - from));
        }
    }

    /** The first that anybody was told; everything. */
    public Told first() {
        synchronized (told) {
            return told.values().iterator().next();
        }
    }

    /** What changed, by version. */
    public Map<Long, Told> deltas() {
        synchronized (told) {
            var deltas = new TreeMap<>(told);
            deltas.values().removeIf(one -> !one.event().equals("delta"));
            return deltas;
        }
    }

    /** The version that told of each seat first. */
    public Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        deltas().forEach((version, delta) -> delta.changes().forEach(seat -> versions.putIfAbsent(seat, version)));
        return versions;
    }

    private void read() {
        var buffer = ByteBuffer.allocateDirect(BUFFER);
        try {
            while (!closed) {
                selector.select(key -> read(key, buffer), TURN.toMillis());
                turns++;
            }
        } catch (IOException failed) {
            lost++;
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) {
        var viewer = (Viewer) key.attachment();
        buffer.clear();
        try {
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IOException("hung up");
            }
        } catch (IOException gone) {
            key.cancel();
            lost++;
            return;
        }
        viewer.take(buffer.flip(), now());
    }

    /** Microseconds of the epoch, by the clock that the databases of this machine have, too. */
    public static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    /** Reads lines; an event's id stands in a line of its own, before what it says. */
    private final class Viewer {
        private static final String ID = "id: ";

        private long[] ids = new long[64];
        private long[] times = new long[64];
        private int count;
        private int inLine;
        private boolean isId = true;
        private long number;
        private @Nullable StringBuilder captured;
        private long capturing;

        private void take(ByteBuffer bytes, long now) {
            while (bytes.hasRemaining()) {
                byte next = bytes.get();
                if (captured != null) {
                    captured.append((char) (next & 0xff));
                }
                if (next == '\n') {
                    endLine(now);
                } else {
                    inLine(next);
                }
            }
        }

        private void inLine(byte next) {
            if (isId && inLine >= ID.length() && next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
            } else if (isId) {
                isId = inLine < ID.length() && next == ID.charAt(inLine);
            }
            inLine++;
        }

        private void endLine(long now) {
            if (isId && inLine > ID.length()) {
                told(number, now);
            } else if (inLine == 0 && captured != null) {
                keep(captured.toString());
                captured = null;
            }
            isId = true;
            inLine = 0;
            number = 0;
        }

        private void told(long id, long now) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, 2 * count);
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count] = now;
            ids[count] = id;
            count++;
            if (count == 1) {
                served++;
            }
            synchronized (told) {
                if (!told.containsKey(id)) {
                    told.put(id, new Told("", 0, List.of()));
                    captured = new StringBuilder();
                    capturing = id;
                }
            }
        }

        private void keep(String frame) {
            String event = line(frame, "event: ").orElse("");
            List<String> changes = new ArrayList<>();
            if (event.equals("delta")) {
                Json.tree(line(frame, "data: ").orElse("{}"))
                        .path("changes")
                        .forEach(change -> changes.add(
                                change.path(0).asString() + "/" + change.path(1).asInt()));
            }
            int head = ID.length() + Long.toString(capturing).length() + 1;
            synchronized (told) {
                told.put(capturing, new Told(event, head + frame.length(), changes));
            }
        }

        private static Optional<String> line(String frame, String name) {
            return frame.lines()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()))
                    .findFirst();
        }

        private long lastId() {
            return count == 0 ? -1 : ids[count - 1];
        }

        /** When a version or a later one was told first; negative when it never was. */
        private long told(long version) {
            int from = 0;
            int to = count;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (ids[middle] < version) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from < count ? times[from] : -1;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
