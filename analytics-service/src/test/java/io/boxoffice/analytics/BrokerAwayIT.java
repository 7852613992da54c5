package io.boxoffice.analytics;

import static io.boxoffice.analytics.Messages.OPENING;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayIT {

    @Test
    void countingBeginsOnceTheBrokerIsThere(@TempDir Path stateDir) throws Exception {
        var sale = new Messages(UUID.randomUUID());
        int port = TestServers.freePort();
        try (var service = new Instance(stateDir)) {
            service.startWithBrokerAt("localhost:" + port);
            service.get("/api/v1/analytics/events/" + sale.eventId() + "/summary", Instance.OPS)
                    .expectStatus()
                    .isNotFound();

            try (var line = new ServerSocket(port, 50, InetAddress.getByName("localhost"))) {
                Thread.ofVirtual().start(() -> forward(line));
                await().atMost(Duration.ofSeconds(90)).until(service::hasTopics);
                service.hear(sale.published(Instance.ORGANIZER, 1, "Summer Night"), sale.joined(3, OPENING));
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> service.summary(sale).at("/funnel/joined").asInt() == 3);
            }
        }
    }

    /** To the first of the real brokers; the clients learn the others from it. */
    private static void forward(ServerSocket line) {
        var broker = TestServers.kafka().split(",")[0].split(":");
        try {
            while (true) {
                var from = line.accept();
                var to = new Socket(broker[0], Integer.parseInt(broker[1]));
                Thread.ofVirtual().start(() -> pour(from, to));
                Thread.ofVirtual().start(() -> pour(to, from));
            }
        } catch (IOException _) {
            // the line was closed
        }
    }

    private static void pour(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one side hung up
        }
    }
}
