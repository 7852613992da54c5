package io.boxoffice.e2e.check;

import io.boxoffice.auditor.rule.Notes;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the clients of one sale saw with their own eyes; the checker compares it with the truth. */
public final class SaleNotes {

    private final UUID eventId;
    private final Instant startedAt;
    private final int ticketLimit;
    private final Map<String, Integer> capacities;
    private final Queue<Notes.Join> joins = new ConcurrentLinkedQueue<>();
    private final Queue<Notes.Drawn> drawn = new ConcurrentLinkedQueue<>();
    private final Queue<Notes.Purchase> purchases = new ConcurrentLinkedQueue<>();
    private final Queue<Notes.Admittance> admittances = new ConcurrentLinkedQueue<>();
    private final Queue<Notes.Code> codes = new ConcurrentLinkedQueue<>();
    private final Set<UUID> walkedAway = ConcurrentHashMap.newKeySet();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Queue<String> positionsLost = new ConcurrentLinkedQueue<>();
    private final Queue<String> gaveUp = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrongPictures = new ConcurrentLinkedQueue<>();
    private final AtomicLong pictures = new AtomicLong();
    private final AtomicLong foreignTries = new AtomicLong();
    private final AtomicLong polls = new AtomicLong();

    /** Notes of the sale of an event. */
    public SaleNotes(UUID eventId, Instant startedAt, int ticketLimit, Map<String, Integer> capacities) {
        this.eventId = eventId;
        this.startedAt = startedAt;
        this.ticketLimit = ticketLimit;
        this.capacities = Map.copyOf(capacities);
    }

    /** The event sold. */
    public UUID eventId() {
        return eventId;
    }

    /** Before its first call. */
    public Instant startedAt() {
        return startedAt;
    }

    /** How many tickets one fan may have. */
    public int ticketLimit() {
        return ticketLimit;
    }

    /** How many seats each section was made with. */
    public Map<String, Integer> capacities() {
        return capacities;
    }

    /** Joins seen. */
    public Queue<Notes.Join> joins() {
        return joins;
    }

    /** Fans of the lobby, once the draw is known. */
    public Queue<Notes.Drawn> drawn() {
        return drawn;
    }

    /** Purchases seen. */
    public Queue<Notes.Purchase> purchases() {
        return purchases;
    }

    /** Gates opened. */
    public Queue<Notes.Admittance> admittances() {
        return admittances;
    }

    /** What a gate said to codes that were dead. */
    public Queue<Notes.Code> codes() {
        return codes;
    }

    /** Holds nobody gave back. */
    public Set<UUID> walkedAway() {
        return walkedAway;
    }

    /** Answers no client should ever get, in words. */
    public Queue<String> surprises() {
        return surprises;
    }

    /** Places in line that got worse while their fan stood there, in words. */
    public Queue<String> positionsLost() {
        return positionsLost;
    }

    /** Fans who ended with an error they could do nothing about, in words. */
    public Queue<String> gaveUp() {
        return gaveUp;
    }

    /** Pictures of free seats whose counts did not add up, in words. */
    public Queue<String> wrongPictures() {
        return wrongPictures;
    }

    /** Pictures of free seats that were looked at. */
    public AtomicLong pictures() {
        return pictures;
    }

    /** How often a bot showed a token that was not its own. */
    public AtomicLong foreignTries() {
        return foreignTries;
    }

    /** Polls answered with a place. */
    public AtomicLong polls() {
        return polls;
    }

    /** What the rules compare with the truth, together with the mails that came. */
    Notes seen(Map<String, Integer> mails) {
        return new Notes(
                joins,
                drawn,
                polls.get(),
                positionsLost,
                purchases,
                admittances,
                codes,
                pictures.get(),
                wrongPictures,
                mails);
    }
}
