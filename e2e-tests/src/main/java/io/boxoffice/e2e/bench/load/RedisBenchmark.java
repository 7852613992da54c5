package io.boxoffice.e2e.bench.load;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** {@code redis-benchmark -c 50 zadd}: what the bare server takes in, one member a command. */
public final class RedisBenchmark {

    private static final Pattern PER_SECOND = Pattern.compile("\"(\\d+\\.\\d+)\"");

    private RedisBenchmark() {}

    /** Requests a second. */
    public static double zadd(int port, String key, int requests) throws IOException, InterruptedException {
        String printed = Tool.REDIS_BENCHMARK.run(List.of(
                "-p",
                Integer.toString(port),
                "-c",
                "50",
                "-n",
                Integer.toString(requests),
                "-r",
                "100000000",
                "--csv",
                "zadd",
                key,
                "__rand_int__",
                "__rand_int__"));
        String last = printed.strip().lines().reduce("", (_, line) -> line);
        var figures = PER_SECOND.matcher(last);
        if (!figures.find()) {
            throw new IOException("redis-benchmark told no figure: " + printed);
        }
        return Double.parseDouble(figures.group(1));
    }
}
