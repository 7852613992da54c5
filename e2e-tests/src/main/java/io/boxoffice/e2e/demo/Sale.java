package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.check.SaleNotes;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.model.Availability;
import io.boxoffice.e2e.client.model.SeatMap;
import java.time.Duration;
import java.time.Instant;
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
        Queue<Loot> loot,
        AtomicBoolean over) {

    private static final int MOST_LOOT = 500;

    /** What a bot may have stolen from somebody. */
    record Loot(UUID owner, String queueToken, String accessToken) {}

    /** A code as one fan got it. */
    record MailedCode(Person fan, String code) {}

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
