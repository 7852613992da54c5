package io.boxoffice.e2e.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ViewersTests {

    private static final String HEAD = "HTTP/1.1 200 \r\nContent-Type: text/event-stream\r\n\r\nretry: 1000\n\n";
    private static final String SNAPSHOT = "id: 4\nevent: snapshot\ndata: {\"version\":4}\n\n";
    private static final String DELTA = """
            id: 6
            event: delta
            data: {"version":6,"from_version":4,"changes":[["Floor",7,"R"],["Floor",8,"R"]],"counts":{}}

            """;

    /** Everybody is told the same, the second one in chunks as a gateway cuts them. */
    private static void serve(ServerSocket server) {
        for (boolean chunked : List.of(false, true)) {
            try (var socket = server.accept()) {
                socket.getInputStream().read(new byte[1_000]);
                for (String text : List.of(HEAD, SNAPSHOT, ":\n\n", DELTA)) {
                    String sent = chunked && !text.equals(HEAD)
                            ? Integer.toHexString(text.length()) + "\r\n" + text + "\r\n"
                            : text;
                    socket.getOutputStream().write(sent.getBytes(US_ASCII));
                }
                socket.getOutputStream().flush();
                socket.getInputStream().read();
            } catch (IOException gone) {
                return;
            }
        }
    }

    @Test
    void whatEachWasToldWhenIsKnownByTheIdsAlone() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serve(server));
            long before = Viewers.now();
            try (var viewers =
                    new Viewers(server.getLocalPort(), 1, number -> "GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII))) {
                viewers.awaitVersion(6);
                assertThat(viewers.first()).isEqualTo(new Viewers.Told("snapshot", SNAPSHOT.length(), List.of()));
                assertThat(viewers.deltas()).containsOnlyKeys(6L);
                assertThat(viewers.deltas().get(6L))
                        .isEqualTo(new Viewers.Told("delta", DELTA.length(), List.of("Floor/7", "Floor/8")));
                assertThat(viewers.versions()).containsEntry("Floor/8", 6L);
                var latencies = new Histogram(60_000_000, 3);
                viewers.record(5, before, latencies);
                assertThat(latencies.getTotalCount()).isOne();
                assertThatThrownBy(() -> viewers.record(7, before, latencies)).isInstanceOf(IOException.class);
            }
            try (var viewers =
                    new Viewers(server.getLocalPort(), 1, number -> "GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII))) {
                viewers.awaitVersion(6);
                assertThat(viewers.versions()).containsEntry("Floor/7", 6L);
            }
        }
    }
}
