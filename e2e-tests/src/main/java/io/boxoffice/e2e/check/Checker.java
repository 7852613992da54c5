package io.boxoffice.e2e.check;

import static java.util.stream.Collectors.toSet;

import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.fleet.Credentials;
import io.boxoffice.e2e.fleet.FleetStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges one sale: reads the truth behind the API and applies every rule to it. */
public final class Checker {

    private static final Duration BEFORE = Duration.ofMinutes(1);

    private final Databases databases;
    private final ProviderBooks books;
    private final Mailbox mail;
    private final Topics topics;
    private final SaleNotes notes;
    private final Map<String, String> causes = new HashMap<>();

    /** A checker of the sale noted, in the fleet described. */
    public Checker(FleetStatus status, Credentials credentials, SaleNotes notes) {
        this.databases = new Databases(status, notes.eventId());
        this.books = new ProviderBooks(
                HttpExchange.to(credentials.provider().baseUrl(), 1),
                credentials.provider().controlToken());
        this.mail = new Mailbox(HttpExchange.to(credentials.mailUrl(), 4));
        this.topics = new Topics(status.kafka());
        this.notes = notes;
    }

    /**
     * What has not come to rest.
     *
     * @param orders whose end is open, captures to come included
     * @param unsent rows in outboxes
     * @param mails confirmations not arrived
     */
    public record Unrest(long orders, long unsent, long mails) {

        /** Whether everything is at rest. */
        public boolean none() {
            return orders == 0 && unsent == 0 && mails == 0;
        }
    }

    /** What is still moving. */
    public Unrest unrest() throws IOException, InterruptedException {
        Set<String> sold = databases.sold();
        Set<String> mailed = mails().keySet();
        long missing = sold.stream()
                .filter(order -> !mailed.contains("order-confirmed:" + order))
                .count();
        return new Unrest(databases.unsettled(), databases.unsent(), missing);
    }

    /** Judges every rule; those about messages only where asked for. */
    public Verdict check(boolean messagesToo) throws IOException, InterruptedException {
        Truth truth = truth();
        SeatRules seats = new SeatRules(truth, notes);
        MoneyRules money = new MoneyRules(truth, notes);
        List<Finding> findings = new ArrayList<>(seats.soldOnce());
        findings.addAll(money.charged());
        findings.add(money.withinLimit());
        findings.addAll(new QueueRules(truth, notes).fair());
        if (messagesToo) {
            findings.addAll(new MessageRules(truth).told());
        }
        findings.add(seats.conserved());
        findings.add(seats.everyChangeRecorded());
        findings.add(seats.reservedByLiveHolds());
        findings.add(seats.everyPictureAddsUp());
        return Verdict.of(truth, findings);
    }

    private Truth truth() throws IOException, InterruptedException {
        List<Truth.Order> orders = databases.orders();
        return new Truth(
                databases.seats(),
                databases.holds(),
                databases.history(),
                databases.tickets(),
                databases.scans(),
                databases.limits(),
                orders,
                databases.items(),
                books.charges(
                        orders.stream().map(order -> order.orderId().toString()).collect(toSet())),
                mails(),
                topics.messages(notes.eventId(), notes.startedAt().minus(BEFORE)),
                databases.unsent());
    }

    /** How many mails came for each cause; each mail's headers are asked for once. */
    private Map<String, Integer> mails() throws IOException, InterruptedException {
        Map<String, Integer> counts = new HashMap<>();
        for (Mailbox.Summary summary : mail.since(notes.startedAt())) {
            String cause = causes.get(summary.id());
            if (cause == null) {
                cause = mail.cause(summary.id());
                causes.put(summary.id(), cause);
            }
            counts.merge(cause, 1, Integer::sum);
        }
        return counts;
    }
}
