package io.boxoffice.e2e.demo;

import static java.util.stream.Collectors.toMap;

import io.boxoffice.e2e.client.OrganizerClient;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.model.EventView;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sets one event up: its own venue, prices, fees and a sale that opens in a moment. */
public final class Stage {

    /** How many tickets one fan may have. */
    public static final int TICKET_LIMIT = 4;

    private static final int SEATS_PER_ROW = 20;
    private static final int AISLE = 3;
    private static final int LOBBY_MINUTES = 30;
    private static final Duration MOST_PROVISIONING = Duration.ofMinutes(3);

    private final OrganizerClient organizer;

    /** The organiser who owns what is made. */
    public Stage(OrganizerClient organizer) {
        this.organizer = organizer;
    }

    /** A section for sale. */
    private record Block(String name, String gate, BigDecimal price, int seats) {}

    /**
     * An event whose seats exist.
     *
     * @param event its id
     * @param opensAt its general sale
     * @param gates the gate of each section
     * @param capacities the seats of each section
     */
    public record Show(UUID event, Instant opensAt, Map<String, String> gates, Map<String, Integer> capacities) {}

    /** Makes venue and event, publishes, and waits until the seats are there. */
    public Show open(String name, int seats, Duration ahead) throws IOException, InterruptedException {
        return open(name, seats, ahead, false);
    }

    /**
     * Makes venue and event, publishes, and waits until the seats are there.
     *
     * @param lobby whether a lobby is open before the sale
     */
    public Show open(String name, int seats, Duration ahead, boolean lobby) throws IOException, InterruptedException {
        List<Block> blocks = blocks(seats);
        String venueId = venue(venueBody(name, seats));
        Instant opensAt = Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
        return new Show(
                published(body(name, venueId, seats, opensAt, lobby)),
                opensAt,
                blocks.stream().collect(toMap(Block::name, Block::gate)),
                blocks.stream().collect(toMap(Block::name, Block::seats)));
    }

    /** Makes a venue and tells its id. */
    public String venue(Map<String, Object> body) throws IOException, InterruptedException {
        Answer venue = organizer.createVenue(body, key());
        if (venue.status() != 201) {
            throw new IOException("no venue: " + venue.status() + " " + venue.body());
        }
        return venue.json().path("venue_id").asString();
    }

    /** Makes an event, publishes it, and waits until its seats are there. */
    public UUID published(Map<String, Object> body) throws IOException, InterruptedException {
        UUID event = organizer.createEvent(body, key()).value().eventId();
        Answer published = organizer.publish(event);
        if (published.status() != 202) {
            throw new IOException("not published: " + published.status() + " " + published.body());
        }
        awaitSeats(event);
        return event;
    }

    private static Map<String, Object> body(String name, String venueId, int seats, Instant opensAt, boolean lobby) {
        Map<String, Object> body = withResale(eventBody(name, venueId, seats, opensAt));
        if (lobby) {
            body.put("waiting_room", Map.of("mode", "LOBBY", "lobby_minutes", LOBBY_MINUTES));
        }
        return body;
    }

    private void awaitSeats(UUID event) throws IOException, InterruptedException {
        long end = System.nanoTime() + MOST_PROVISIONING.toNanos();
        while (System.nanoTime() < end) {
            EventView view = organizer.event(event).value();
            String state =
                    view.provisioning() == null ? "" : view.provisioning().state();
            if (state.equals("DONE") && !view.status().equals("DRAFT")) {
                return;
            }
            if (state.equals("FAILED")) {
                throw new IOException("the seats of event " + event + " could not be provisioned");
            }
            Thread.sleep(300);
        }
        throw new IOException("the seats of event " + event + " were not provisioned in time");
    }

    private static List<Block> blocks(int seats) {
        int floor = Math.max(1, seats / 5);
        int lower = Math.max(1, seats * 3 / 10);
        return List.of(
                new Block("Floor", "A", new BigDecimal("120.00"), floor),
                new Block("Lower Bowl", "B", new BigDecimal("79.90"), lower),
                new Block("Upper Bowl", "C", new BigDecimal("45.50"), seats - floor - lower));
    }

    /** The body of a venue with that many seats in three sections. */
    public static Map<String, Object> venueBody(String name, int seats) {
        List<Block> blocks = blocks(seats);
        List<Map<String, ?>> sections = new ArrayList<>();
        int depth = 5;
        for (Block block : blocks) {
            sections.add(Map.of(
                    "section", block.name(),
                    "kind", "SEATED",
                    "focal_point", Map.of("x", 0, "y", 0),
                    "gate", block.gate(),
                    "rows", rows(block.seats(), depth)));
            depth += Math.ceilDiv(block.seats(), SEATS_PER_ROW) + AISLE;
        }
        return Map.of(
                "name",
                name + " Hall",
                "address",
                Map.of("street", "Am Ring 1", "city", "Berlin", "postal_code", "10115", "country", "DE"),
                "time_zone",
                "Europe/Berlin",
                "sections",
                sections);
    }

    private static List<Map<String, ?>> rows(int seats, int depth) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int row = 0; row * SEATS_PER_ROW < seats; row++) {
            rows.add(Map.of(
                    "row", Integer.toString(row + 1),
                    "from", 1,
                    "to", Math.min(SEATS_PER_ROW, seats - row * SEATS_PER_ROW),
                    "origin", Map.of("x", -SEATS_PER_ROW / 2, "y", depth + row),
                    "step", Map.of("x", 1, "y", 0)));
        }
        return rows;
    }

    /** The body of an event in such a venue. */
    public static Map<String, Object> eventBody(String name, String venueId, int seats, Instant opensAt) {
        Map<String, Object> event = new HashMap<>();
        event.put("name", name);
        event.put("venue_id", venueId);
        event.put("date", opensAt.plus(Duration.ofDays(60)).truncatedTo(ChronoUnit.SECONDS));
        event.put("category", "Concert");
        event.put("artist", "The Testers");
        event.put("description", "One night only");
        event.put("currency", "EUR");
        event.put("pricing_tiers", blocks(seats).stream().map(Stage::tier).toList());
        event.put("sale_dates", Map.of("general", opensAt));
        event.put("ticket_limit", TICKET_LIMIT);
        event.put(
                "fees",
                Map.of(
                        "per_ticket_percent",
                        10,
                        "per_ticket_fixed",
                        new BigDecimal("1.50"),
                        "per_order",
                        new BigDecimal("2.00"),
                        "tax_percent",
                        19,
                        "tax_included",
                        false));
        event.put("waiting_room", Map.of("mode", "FIFO"));
        return event;
    }

    /** Fans may sell tickets on for what they paid at most, and have the money at once. */
    private static Map<String, Object> withResale(Map<String, Object> event) {
        event.put("resale_policy", Map.of("enabled", true, "max_price_percent", 100, "payout", "IMMEDIATE"));
        return event;
    }

    private static Map<String, ?> tier(Block block) {
        return Map.of("section", block.name(), "price", block.price());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
