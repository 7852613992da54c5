package io.boxoffice.e2e.bench.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One run of wrk: as many requests as some connections can have answered, one thread.
 *
 * @param url where to
 * @param connections how many at a time
 * @param seconds for how long
 * @param requests prepared requests to send in turn; null for GETs of the address
 */
public record Wrk(
        String url, int connections, int seconds, @Nullable Path requests) {

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN = Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /**
     * What it counted.
     *
     * @param refused answers other than 2xx and 3xx
     * @param broken connections that broke, and answers that did not come in time
     */
    public record Count(long requests, double perSecond, long refused, long broken) {

        static Count of(String printed) {
            long broken = 0;
            var errors = BROKEN.matcher(printed);
            if (errors.find()) {
                for (int group = 1; group <= errors.groupCount(); group++) {
                    broken += Long.parseLong(errors.group(group));
                }
            }
            return new Count(
                    (long) number(REQUESTS, printed),
                    number(PER_SECOND, printed),
                    (long) number(REFUSED, printed),
                    broken);
        }

        private static double number(Pattern pattern, String printed) {
            var found = pattern.matcher(printed);
            return found.find() ? Double.parseDouble(found.group(1)) : 0;
        }

        /** The same, where every request must have been served. */
        public Count allServed() throws IOException {
            if (requests == 0 || refused > 0 || broken > 0) {
                throw new IOException("%d requests: %d were refused, %d broke".formatted(requests, refused, broken));
            }
            return this;
        }
    }

    /** Runs it. */
    public Count run() throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "10s"));
        if (requests == null) {
            arguments.add(url);
            return Count.of(Tool.WRK.run(arguments));
        }
        Path script = Files.createTempFile("prepared", ".lua");
        try (var source = Wrk.class.getResourceAsStream("/io/boxoffice/e2e/bench/prepared.lua")) {
            Files.write(script, Objects.requireNonNull(source).readAllBytes());
            arguments.addAll(List.of("-s", script.toString(), url, "--", requests.toString()));
            return Count.of(Tool.WRK.run(arguments));
        } finally {
            Files.delete(script);
        }
    }

    /** Writes requests for {@link #requests}. */
    public static Path prepared(Path file, Iterable<byte[]> requests) {
        try (var out = Files.newOutputStream(file)) {
            var buffered = new BufferedOutputStream(out, 1 << 16);
            for (byte[] request : requests) {
                buffered.write((request.length + "\n").getBytes(StandardCharsets.US_ASCII));
                buffered.write(request);
            }
            buffered.flush();
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How it was run, for the report. */
    public Map<String, Object> described() {
        return Map.of("tool", "wrk", "threads", 1, "connections", connections, "seconds", seconds);
    }
}
