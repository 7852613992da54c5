package io.boxoffice.auditor.watch;

import com.sun.net.httpserver.HttpServer;
import io.boxoffice.common.test.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Databases with the schemas of the services, topics and a provider's books, and in them what services would have written. */
final class Platform {

    final TestServers.Database directory = migrated("inventory-service/src/main/resources/db/directory");
    final TestServers.Database shard = migrated("inventory-service/src/main/resources/db/shard");
    final TestServers.Database next = migrated("inventory-service/src/main/resources/db/shard");
    final TestServers.Database last = migrated("inventory-service/src/main/resources/db/shard");
    final TestServers.Database event = migrated("event-service/src/main/resources/db/migration");
    final TestServers.Database payment = migrated("payment-service/src/main/resources/db/migration");
    final TestServers.Database resale = migrated("resale-service/src/main/resources/db/migration");
    private final Map<String, String> books = new ConcurrentHashMap<>();
    private final HttpServer provider = provider();

    String booksUrl() {
        return "http://127.0.0.1:" + provider.getAddress().getPort();
    }

    /** An event of two seats without a waiting room; one seat is sold, captured and told. */
    UUID soldOneSeat() {
        UUID id = UUID.randomUUID();
        UUID venue = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        UUID hold = UUID.randomUUID();
        UUID fan = UUID.randomUUID();
        UUID seat = UUID.randomUUID();
        UUID ticket = UUID.randomUUID();
        write(event, """
                INSERT INTO venues VALUES ('%2$s', '%2$s', 'Hall', '{}', 'UTC', 2,
                    '[{"section":"Floor","kind":"SEATED","rows":[{"row":"A","from":1,"to":2}]}]');
                INSERT INTO events (event_id, organizer_id, venue_id, name, event_date, on_sale_date, currency, ticket_limit,
                    hot, transfers, paper_tickets, fees, waiting_room, resale_policy)
                VALUES ('%1$s', '%2$s', '%2$s', 'Night', now(), now(), 'EUR', 4, false, true, true, '{}', '{}', '{}');
                """.formatted(id, venue));
        write(shard, """
                INSERT INTO shard_events (event_id, epoch, aggregate_version, name, event_date, currency, ticket_limit,
                    waiting_room_mode, on_sale_date) VALUES ('%1$s', 2, 1, 'Night', now(), 'EUR', 4, 'OFF', now());
                INSERT INTO seats (seat_id, event_id, section, "row", seat_number, price, position, x, y, status, version, hold_id)
                VALUES ('%2$s', '%1$s', 'Floor', 'A', '1', 10, 0, 0, 0, 'PURCHASED', 2, '%3$s'),
                       ('%4$s', '%1$s', 'Floor', 'A', '2', 10, 1, 1, 0, 'AVAILABLE', 0, NULL);
                INSERT INTO holds (hold_id, event_id, user_id, limit_key, status, seats, subtotal, currency, order_id, expires_at)
                VALUES ('%3$s', '%1$s', '%5$s', '%5$s', 'PURCHASED', 1, 10, 'EUR', '%6$s', now());
                INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id)
                VALUES ('%1$s', '%2$s', 1, 'RESERVED', 'hold', '%3$s'), ('%1$s', '%2$s', 2, 'PURCHASED', 'confirm', '%3$s');
                INSERT INTO fan_limits VALUES ('%1$s', '%5$s', 0, 1);
                INSERT INTO tickets (ticket_id, event_id, order_id, hold_id, seat_id, section, "row", seat_number, limit_key, holder)
                VALUES ('%7$s', '%1$s', '%6$s', '%3$s', '%2$s', 'Floor', 'A', '1', '%5$s', '%5$s');
                """.formatted(id, seat, hold, UUID.randomUUID(), fan, order, ticket));
        write(
                directory,
                "INSERT INTO events (event_id, shard, epoch, hot) VALUES ('%s', 'shard-1', 2, false)".formatted(id));
        leftBehindAndOnItsWay(id, seat, hold, fan, order);
        write(payment, """
                INSERT INTO orders (order_id, user_id, event_id, hold_id, status, step, payment_method, expected_total,
                    total_amount, currency, fence, payment_intent, worked_until, confirmed_at)
                VALUES ('%2$s', '%3$s', '%1$s', '%4$s', 'CAPTURED', 'ENDED', 'pm', 10, 10, 'EUR', 1, 'pi_%2$s', now(), now());
                INSERT INTO order_items VALUES ('%2$s', '%5$s', '%1$s', 'Floor', 'A', '1', 10, 0, 'ACTIVE', NULL);
                INSERT INTO ledger_entries (transaction_id, kind, cause, account, debit, credit, currency, order_id)
                VALUES ('%2$s', 'CAPTURE', 'capture:%2$s', 'PROVIDER_RECEIVABLE', 10, 0, 'EUR', '%2$s'),
                       ('%2$s', 'CAPTURE', 'capture:%2$s', 'ORGANISER_PAYABLE', 0, 10, 'EUR', '%2$s');
                """.formatted(id, order, fan, hold, seat));
        books.put(order.toString(), """
                {"payment_intent":"pi_%1$s","order_id":"%1$s","amount":10.00,"captured":10.00,"refunded":0.00,
                 "currency":"EUR","status":"succeeded"}""".formatted(order));
        tell("boxoffice.seats", "SeatsHeld", id, "hold_id", hold);
        tell("boxoffice.seats", "SeatsPurchased", id, "hold_id", hold);
        tell("boxoffice.tickets", "TicketIssued", id, "ticket_id", ticket);
        for (String type : List.of("OrderPlaced", "OrderConfirmed")) {
            tell("boxoffice.orders", type, id, "order_id", order);
        }
        write(payment, """
                INSERT INTO outbox (message_id, topic, message_key, type, subject, data)
                VALUES (gen_random_uuid(), 'boxoffice.orders', '%s', 'io.boxoffice.PaymentCaptured.v1', '', '{"order_id":"%s"}')
                """.formatted(id, order));
        return id;
    }

    /** It came from one shard, where its row alone stays, and is being copied to another one. */
    private void leftBehindAndOnItsWay(UUID id, UUID seat, UUID hold, UUID fan, UUID order) {
        write(last, """
                INSERT INTO shard_events (event_id, epoch, writable, moved_to, aggregate_version, name, event_date, currency,
                    ticket_limit, waiting_room_mode, on_sale_date)
                VALUES ('%1$s', 1, false, 'shard-1', 1, 'Night', now(), 'EUR', 4, 'OFF', now());
                """.formatted(id));
        write(next, """
                INSERT INTO shard_events (event_id, epoch, writable, aggregate_version, name, event_date, currency, ticket_limit,
                    waiting_room_mode, on_sale_date) VALUES ('%1$s', 3, false, 1, 'Night', now(), 'EUR', 4, 'OFF', now());
                INSERT INTO seats (seat_id, event_id, section, "row", seat_number, price, position, x, y, status, version, hold_id)
                VALUES ('%2$s', '%1$s', 'Floor', 'A', '1', 10, 0, 0, 0, 'RESERVED', 1, '%3$s');
                INSERT INTO holds (hold_id, event_id, user_id, limit_key, status, seats, subtotal, currency, order_id, expires_at)
                VALUES ('%3$s', '%1$s', '%4$s', '%4$s', 'CHECKOUT', 1, 10, 'EUR', '%5$s', now());
                INSERT INTO fan_limits VALUES ('%1$s', '%4$s', 1, 0);
                """.formatted(id, seat, hold, fan, order));
    }

    void write(TestServers.Database database, String statements) {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void tell(String topic, String type, UUID event, String field, UUID id) {
        var settings = Map.<String, Object>of("bootstrap.servers", TestServers.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>(topic, event.toString(), "{\"%s\":\"%s\"}".formatted(field, id));
            message.headers()
                    .add("ce_type", "io.boxoffice.%s.v1".formatted(type).getBytes(StandardCharsets.UTF_8));
            producer.send(message);
        }
    }

    private HttpServer provider() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/_control/books", exchange -> {
                byte[] body =
                        ("{\"payments\":[" + String.join(",", books.values()) + "]}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database as a service of ours would have made it. */
    private TestServers.Database migrated(String folder) {
        var database = TestServers.freshDatabase();
        for (String each : List.of("common-lib/src/main/resources/db/common", folder)) {
            try (Stream<Path> files = Files.list(Path.of("../..").resolve(each))) {
                for (Path file :
                        files.sorted(Comparator.comparing(Path::getFileName)).toList()) {
                    write(database, Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return database;
    }
}
