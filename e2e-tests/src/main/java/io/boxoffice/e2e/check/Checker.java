package io.boxoffice.e2e.check;

import io.boxoffice.auditor.rule.Books;
import io.boxoffice.auditor.rule.Invariants;
import io.boxoffice.auditor.rule.Truth;
import io.boxoffice.auditor.rule.Verdict;
import io.boxoffice.auditor.source.Databases;
import io.boxoffice.auditor.source.ProviderBooks;
import io.boxoffice.auditor.source.Topics;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.fleet.Credentials;
import io.boxoffice.e2e.fleet.FleetStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges one sale by the auditor's rules, with what its clients saw. */
public final class Checker implements AutoCloseable {

    private static final Duration BEFORE = Duration.ofMinutes(1);

    private final Databases databases;
    private final ProviderBooks books;
    private final Mailbox mail;
    private final String kafka;
    private final SaleNotes notes;
    private List<Instant> admittedAt = List.of();
    private final Map<String, String> causes = new HashMap<>();

    /** A checker of the sale noted, in the fleet described. */
    public Checker(FleetStatus status, Credentials credentials, SaleNotes notes) {
        this.databases = new Databases(FleetSources.of(status));
        this.books = new ProviderBooks(
                credentials.provider().baseUrl(), credentials.provider().controlToken());
        this.mail = new Mailbox(HttpExchange.to(credentials.mailUrl(), 4));
        this.kafka = status.kafka();
        this.notes = notes;
    }

    /**
     * What has not come to rest.
     *
     * @param open orders whose end is open, captures to come included; refunds and listings on their way
     * @param unsent rows in outboxes
     * @param mails confirmations not arrived
     */
    public record Unrest(long open, long unsent, long mails) {

        /** Whether everything is at rest. */
        public boolean none() {
            return open == 0 && unsent == 0 && mails == 0;
        }
    }

    /** What is still moving. */
    public Unrest unrest() throws IOException, InterruptedException {
        Set<String> sold = databases.sold(notes.eventId());
        Set<String> mailed = mails().keySet();
        long missing = sold.stream()
                .filter(order -> !mailed.contains("order-confirmed:" + order))
                .count();
        return new Unrest(databases.underWay(notes.eventId()), databases.unsent(notes.eventId()), missing);
    }

    /** Judges every rule, the sale being at rest. */
    public Verdict check() throws IOException, InterruptedException {
        return Invariants.judge(truth(), notes.seen(mails()));
    }

    /** Judges without any client, as the continuous audit does, whether the sale goes on or not. */
    public Verdict checkFromBehind() throws IOException, InterruptedException {
        return Invariants.judge(truth());
    }

    /** When fans were let in, as far as the last check heard. */
    public List<Instant> admittedAt() {
        return admittedAt;
    }

    private Truth truth() throws IOException, InterruptedException {
        Databases.Rows rows = databases.read(notes.eventId());
        Set<String> orders = rows.orderIds();
        var charges = books.charges().stream()
                .filter(charge -> orders.contains(charge.orderId()))
                .toList();
        try (var topics = new Topics(kafka, notes.startedAt().minus(BEFORE))) {
            topics.catchUp(notes.eventId()::equals);
            var heard = topics.of(notes.eventId());
            admittedAt = heard.admittedAt();
            return rows.with(new Books(true, charges), heard, true);
        }
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

    @Override
    public void close() {
        databases.close();
    }
}
