package io.boxoffice.e2e.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTests {

    private static final byte[] GET = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void whatWrkPrintsIsRead() throws IOException {
        var count = Wrk.Count.of("""
                Running 1s test @ http://127.0.0.1:8081/
                  1 threads and 64 connections
                    Latency   635.91us    0.89ms  12.92ms   93.69%
                  22464 requests in 1.00s, 17.76MB read
                Requests/sec:  22400.53
                """);

        assertThat(count.allServed()).isEqualTo(new Wrk.Count(22_464, 22_400.53, 0, 0));
    }

    @Test
    void aRunWithRefusedOrBrokenRequestsCountsForNothing() {
        var count = Wrk.Count.of("""
                  100 requests in 1.00s, 17.76MB read
                  Socket errors: connect 0, read 3, write 0, timeout 2
                  Non-2xx or 3xx responses: 7
                Requests/sec:  100.00
                """);

        assertThat(count).isEqualTo(new Wrk.Count(100, 100, 7, 5));
        assertThatThrownBy(count::allServed).hasMessageContaining("7 were refused, 5 broke");
        assertThatThrownBy(() -> Wrk.Count.of("").allServed()).isInstanceOf(IOException.class);
    }

    @Test
    void whatPgbenchPrintsIsRead() throws IOException {
        var printed = """
                number of transactions actually processed: 6006
                number of failed transactions: %d (0.000%%)
                latency average = 53.3 ms
                tps = 1201.250611 (without initial connection time)
                """;

        assertThat(Pgbench.perSecond(printed.formatted(0))).isEqualTo(1201.250611);
        assertThatThrownBy(() -> Pgbench.perSecond(printed.formatted(3))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Pgbench.perSecond("connection refused")).hasMessageContaining("refused");
    }

    @Test
    void preparedRequestsStandBehindTheirLength(@TempDir Path folder) throws IOException {
        var file = Wrk.prepared(folder.resolve("r"), List.of(GET, GET));

        var one = GET.length + "\n" + new String(GET, StandardCharsets.US_ASCII);
        assertThat(Files.readString(file)).isEqualTo(one + one);
    }

    @Test
    void aLaneReadsAnswersOfKnownAndUnknownLength() throws IOException {
        var server = server(200);
        try (var lane = new HttpLane(server.getAddress().getPort())) {
            for (var time = 0; time < 3; time++) {
                var reply = lane.ask(GET);
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body()).isEqualTo("known");
                assertThat(lane.ask("GET /unknown HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                                .body())
                        .isEqualTo("unknown");
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anOpenLoopSendsWhatIsDueAndAcceptsNothingButAnswers() throws Exception {
        var server = server(200);
        try {
            var sent = new OpenLoop(server.getAddress().getPort(), 200, 4).send(List.of(GET), Duration.ofMillis(500));
            assertThat(sent.getTotalCount()).isEqualTo(100);
        } finally {
            server.stop(0);
        }
        var refusing = server(429);
        try {
            var loop = new OpenLoop(refusing.getAddress().getPort(), 200, 4);
            assertThatThrownBy(() -> loop.send(List.of(GET), Duration.ofMillis(100)))
                    .hasMessageContaining("429");
        } finally {
            refusing.stop(0);
        }
    }

    private static HttpServer server(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var known = !exchange.getRequestURI().getPath().equals("/unknown");
            var body = (known ? "known" : "unknown").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, known ? body.length : 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
