package io.boxoffice.analytics.fact;

import io.boxoffice.analytics.figure.Fact;
import io.boxoffice.analytics.figure.Metric;
import io.boxoffice.analytics.figure.WaitBuckets;
import io.boxoffice.common.messaging.Incoming;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The rules of counting: each message, and what it adds. */
public final class Facts {
    private static final String BLOCK = "BLOCK";
    private static final Reading IGNORED = new Reading.Ignored();

    private Facts() {}

    /**
     * Reads one message.
     *
     * @throws io.boxoffice.common.messaging.UndecodableMessageException when its data does not fit its name
     * @throws IllegalArgumentException when it tells of a time or an amount that cannot be
     */
    public static Reading of(Incoming message, ResaleOrders resale) {
        return switch (message.name()) {
            case "EntryJoined" -> joined(message);
            case "EntryAdmitted" -> admitted(message);
            case "EntryAbandoned" -> happened(message, Metric.QUEUE_ABANDONED);
            case "EntryExpired" -> happened(message, Metric.QUEUE_EXPIRED);
            case "SeatsHeld" -> held(message.as(Heard.Held.class));
            case "TicketScanned" -> scanned(message.as(Heard.Scanned.class));
            case "ChallengeIssued" -> happened(message, Metric.CHALLENGED);
            case "ChallengeSolved" -> happened(message, Metric.SOLVED);
            case "RiskScored", "AccountFlagged" -> judged(message.as(Heard.Judged.class));
            case "TicketListed" -> listing(message, Metric.LISTED);
            case "ListingSold" -> listing(message, Metric.RESOLD);
            case "EventPublished", "EventUpdated", "SalePhaseChanged", "EventPostponed", "EventCancelled" -> IGNORED;
            case "SeatsProvisioned", "SeatsProvisioningFailed", "SeatsReleased", "SeatsPurchased" -> IGNORED;
            case "SaleSoldOut", "SaleReopened", "TicketIssued", "TicketRevoked", "TicketTransferred" -> IGNORED;
            case "SessionEnded", "SessionSuperseded", "AdmissionRateChanged" -> IGNORED;
            case "RequestObserved", "ChallengeFailed" -> IGNORED;
            case "ListingCancelled", "PayoutDue", "PayoutCancelled" -> IGNORED;
            default -> OrderFacts.of(message, resale);
        };
    }

    static Reading ignored() {
        return IGNORED;
    }

    private static Reading happened(Incoming message, Metric metric) {
        var happened = message.as(Heard.Happened.class);
        return new Reading.Counts(
                message.id().toString(), happened.eventId(), List.of(Fact.one(metric, happened.occurredAt())));
    }

    private static Reading joined(Incoming message) {
        var joined = message.as(Heard.Joined.class);
        return new Reading.Counts(
                message.id().toString(),
                joined.eventId(),
                List.of(Fact.of(Metric.JOINED, joined.joins(), joined.second())));
    }

    /** A clock may step back between joining and admission: then the wait was none. */
    private static Reading admitted(Incoming message) {
        var admitted = message.as(Heard.Admitted.class);
        var at = admitted.occurredAt();
        var since = Instant.EPOCH.plus(admitted.score(), ChronoUnit.MICROS);
        long millis = Math.max(0, ChronoUnit.MILLIS.between(since, at));
        return new Reading.Counts(
                message.id().toString(),
                admitted.eventId(),
                List.of(
                        Fact.one(Metric.ADMITTED, at),
                        Fact.of(Metric.WAIT_MILLIS, millis, at),
                        new Fact(Metric.WAIT_BUCKET, Integer.toString(WaitBuckets.of(millis)), BigDecimal.ONE, at)));
    }

    private static Reading held(Heard.Held held) {
        return once("held", held.holdId(), held.eventId(), Fact.one(Metric.HELD, held.occurredAt()));
    }

    /** Who goes out and comes in again has come in once. */
    private static Reading scanned(Heard.Scanned scanned) {
        return "ADMITTED".equals(scanned.result())
                ? once("in", scanned.ticketId(), scanned.eventId(), Fact.one(Metric.SCANNED, scanned.occurredAt()))
                : IGNORED;
    }

    /** Accounts are blocked, not requests: each counts once an event. */
    private static Reading judged(Heard.Judged judged) {
        var eventId = judged.eventId();
        return eventId != null && BLOCK.equals(judged.decision())
                ? once("blocked|" + eventId, judged.userId(), eventId, Fact.one(Metric.BLOCKED, judged.occurredAt()))
                : IGNORED;
    }

    private static Reading listing(Incoming message, Metric metric) {
        var listing = message.as(Heard.Listing.class);
        return once(
                message.name(),
                listing.listingId(),
                listing.eventId(),
                Fact.of(metric, listing.tickets().size(), listing.occurredAt()));
    }

    static Reading once(String what, UUID id, UUID eventId, Fact... facts) {
        return new Reading.Counts(what + "|" + id, eventId, List.of(facts));
    }
}
