package io.boxoffice.e2e.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.boxoffice.e2e.check.SaleNotes;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Availability;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.SeatMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One sale as its clients share it: where it is, what is counted, and what came out of it.
 *
 * @param event the event on sale
 * @param opensAt when the queue opens
 * @param gates the gate of each section
 * @param gateway one attempt at the gateway, measured
 * @param mail the mail sink
 * @param patience how long a careful client repeats a call
 * @param walkAways seats that fans may still leave reserved
 * @param layouts layouts by their tag: read once, though every fan asks
 * @param codes ticket codes that came by mail
 * @param dead tickets whose mailed code is dead, and what the gate is to say to it
 * @param loot tokens of others in the hands of bots
 * @param over whether all people are done
 */
record Sale(
        UUID event,
        Instant opensAt,
        Map<String, String> gates,
        Exchange gateway,
        Mailbox mail,
        Duration patience,
        Tally tally,
        SaleNotes notes,
        AtomicInteger walkAways,
        Map<String, SeatMap> layouts,
        Queue<MailedCode> codes,
        Map<String, String> dead,
        Queue<Loot> loot,
        AtomicBoolean over) {

    private static final int MOST_LOOT = 500;

    /** What a bot may have stolen from somebody. */
    record Loot(UUID owner, String queueToken, String accessToken) {}

    /** Somebody at their own device. */
    record Visitor(Person person, BoxofficeClient client, Device device, FanPlan plan) {}

    /** A code as one fan got it for a ticket of an order. */
    record MailedCode(Visitor fan, Order order, String code) {

        /** The ticket, as the code's payload tells. */
        String ticketId() {
            return payload("t");
        }

        /** The seat it is for: section/row/number. */
        String seat() {
            return payload("s");
        }

        private String payload(String field) {
            byte[] payload = Base64.getUrlDecoder().decode(code.split("\\.")[2]);
            return Json.tree(new String(payload, StandardCharsets.UTF_8))
                    .path(field)
                    .asString("");
        }
    }

    Sale(
            UUID event,
            Instant opensAt,
            Map<String, String> gates,
            Exchange gateway,
            Mailbox mail,
            Duration patience,
            Tally tally,
            SaleNotes notes,
            int walkAways) {
        this(
                event,
                opensAt,
                gates,
                gateway,
                mail,
                patience,
                tally,
                notes,
                new AtomicInteger(walkAways),
                new ConcurrentHashMap<>(),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentHashMap<>(),
                new ConcurrentLinkedQueue<>(),
                new AtomicBoolean());
    }

    /** Whatever a picture shows, its counts add up to the seats there are. */
    void judge(Availability picture) {
        notes.pictures().incrementAndGet();
        for (Availability.Section section : picture.sections()) {
            long sum = section.available() + section.reserved() + section.purchased() + section.notForSale();
            if (sum != notes.capacities().getOrDefault(section.section(), 0)
                    || sum != section.seats().length()) {
                notes.wrongPictures().add("version %d: %s".formatted(picture.version(), section));
            }
        }
    }

    /** Codes by order, in an order of their own that the threads cannot change. */
    List<List<MailedCode>> ordersMailed() {
        return codes.stream()
                .sorted(Comparator.comparing(
                                (MailedCode mailed) -> mailed.fan().person().username())
                        .thenComparing(MailedCode::seat))
                .collect(groupingBy(mailed -> mailed.order().orderId(), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .toList();
    }

    void leak(UUID owner, String queueToken, String accessToken) {
        if (loot.size() < MOST_LOOT) {
            loot.add(new Loot(owner, queueToken, accessToken));
        }
    }

    /** Whether a fan may leave that many seats reserved: the report would otherwise wait for them. */
    boolean mayWalkAwayFrom(int seats) {
        return walkAways.getAndUpdate(left -> left >= seats ? left - seats : left) >= seats;
    }
}
