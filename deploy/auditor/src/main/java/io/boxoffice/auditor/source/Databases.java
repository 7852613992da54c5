package io.boxoffice.auditor.source;

import io.boxoffice.auditor.rule.Books;
import io.boxoffice.auditor.rule.Inventory;
import io.boxoffice.auditor.rule.Payments;
import io.boxoffice.auditor.rule.Resale;
import io.boxoffice.auditor.rule.Told;
import io.boxoffice.auditor.rule.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All databases, read event by event. */
public final class Databases implements AutoCloseable {

    private static final int LOOKS = 5;

    private final Sql event;
    private final Sql payment;
    private final Sql resale;
    private final Sql directory;
    private final List<Sql> shards;
    private final List<Sql> others;

    /** Nothing is opened yet. */
    public Databases(Sources sources) {
        this.event = new Sql(sources.event());
        this.payment = new Sql(sources.payment());
        this.resale = new Sql(sources.resale());
        this.directory = new Sql(sources.directory());
        this.shards = sources.shards().stream().map(Sql::new).toList();
        this.others = sources.others().stream().map(Sql::new).toList();
    }

    /**
     * What an event's databases said, one moment each, outboxes together with what they tell of.
     *
     * @param atRest whether no order, refund or listing of it is on its way
     */
    public record Rows(
            Truth.Terms terms, Inventory inventory, Payments payments, Resale resale, Told unsent, boolean atRest) {

        /** Together with what was read elsewhere afterwards. */
        public Truth with(Books books, Told heard, boolean toldFromTheStart) {
            var told = new Truth.Terms(terms.ticketLimit(), terms.queued(), terms.capacities(), toldFromTheStart);
            return new Truth(told, inventory, payments, resale, books, heard, unsent);
        }

        /** The ids of its orders. */
        public Set<String> orderIds() {
            return payments.orders().stream()
                    .map(order -> order.orderId().toString())
                    .collect(Collectors.toSet());
        }
    }

    /** Reads an event. */
    public Rows read(UUID id) {
        var unsent = new Told();
        List<Shard> found = seats(id, unsent);
        Money money = payment.at(moment -> {
            collect(moment, id, unsent);
            return new Money(PaymentReader.read(moment, id), count(moment, Queries.OPEN, id));
        });
        Map<String, Integer> capacities = new HashMap<>();
        event.at(moment -> moment.rows(Queries.CAPACITIES, id, row -> capacities.put(row.getString(1), row.getInt(2))));
        Listings listings = resale.at(moment -> {
            collect(moment, id, unsent);
            return new Listings(PaymentReader.listings(moment, id), count(moment, Queries.LISTINGS_UNDER_WAY, id));
        });
        Stream.concat(others.stream(), Stream.of(event))
                .forEach(other -> other.at(moment -> {
                    if (moment.hasTable("outbox")) {
                        collect(moment, id, unsent);
                    }
                    return unsent;
                }));
        Terms terms = found.getFirst().terms();
        return new Rows(
                new Truth.Terms(terms.limit(), !terms.mode().equals("OFF"), capacities, true),
                found.stream().map(Shard::inventory).reduce(ShardReader.NOTHING, Databases::together),
                money.payments(),
                listings.resale(),
                unsent,
                money.open() + listings.open() == 0);
    }

    /** Where the directory says the event is; asked again when it was moved just then. */
    private List<Shard> seats(UUID id, Told unsent) {
        for (int look = 0; look < LOOKS; look++) {
            var epoch = directory.at(moment -> moment.rows(Queries.EPOCH, id, row -> row.getInt(1)));
            List<Shard> found = epoch.isEmpty()
                    ? List.of()
                    : shards.stream()
                            .map(shard -> shard.at(moment -> shard(moment, id, epoch.getFirst(), unsent)))
                            .flatMap(List::stream)
                            .toList();
            if (found.stream().anyMatch(shard -> shard.terms().epoch() == epoch.getFirst())) {
                return found;
            }
        }
        throw new IllegalStateException("no shard has event " + id);
    }

    private record Terms(int limit, String mode, int epoch, boolean writable, boolean left) {
        /** A copy on its way, or what a move left behind, is nothing to sell from. Anything else counts, right or wrong. */
        boolean counts(int current) {
            return !left && (writable || epoch == current);
        }
    }

    private record Shard(Terms terms, Inventory inventory) {}

    private record Money(Payments payments, long open) {}

    private record Listings(Resale resale, long open) {}

    /** An event's rows at a shard, none where they do not count; what waits there to be told counts anyway. */
    private static List<Shard> shard(Sql.Moment moment, UUID id, int epoch, Told unsent) {
        collect(moment, id, unsent);
        var terms = moment
                .rows(
                        Queries.TERMS,
                        id,
                        row -> new Terms(
                                row.getInt(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getBoolean(4),
                                row.getString(5) != null))
                .stream()
                .filter(each -> each.counts(epoch))
                .toList();
        if (terms.isEmpty()) {
            return List.of();
        }
        return List.of(new Shard(terms.getFirst(), ShardReader.read(moment, id)));
    }

    private static void collect(Sql.Moment moment, UUID id, Told unsent) {
        moment.rows(Queries.OUTBOX, id, row -> {
            Wire.add(unsent, row.getString(1), row.getString(2));
            return unsent;
        });
    }

    private static long count(Sql.Moment moment, String statement, UUID id) {
        return moment.rows(statement, id, row -> row.getLong(1)).getFirst();
    }

    private static Inventory together(Inventory one, Inventory other) {
        return new Inventory(
                concat(one, other, Inventory::seats),
                concat(one, other, Inventory::holds),
                concat(one, other, Inventory::history),
                concat(one, other, Inventory::tickets),
                concat(one, other, Inventory::transfers),
                concat(one, other, Inventory::scans),
                concat(one, other, Inventory::limits));
    }

    private static <T> List<T> concat(Inventory one, Inventory other, Function<Inventory, List<T>> rows) {
        List<T> all = new ArrayList<>(rows.apply(one));
        all.addAll(rows.apply(other));
        return all;
    }

    /** Orders, refunds and listings of an event that are on their way: a cheaper question than reading it. */
    public long underWay(UUID id) {
        return payment.at(moment -> count(moment, Queries.OPEN, id))
                + resale.at(moment -> count(moment, Queries.LISTINGS_UNDER_WAY, id));
    }

    /** Rows of an event that wait in an outbox. */
    public long unsent(UUID id) {
        var unsent = new Told();
        Stream.of(shards.stream(), others.stream(), Stream.of(event, payment, resale))
                .flatMap(each -> each)
                .forEach(database -> database.at(moment -> {
                    if (moment.hasTable("outbox")) {
                        collect(moment, id, unsent);
                    }
                    return unsent;
                }));
        return unsent.messages();
    }

    /** Orders ever told to be sold. */
    public Set<String> sold(UUID id) {
        return new HashSet<>(payment.at(moment -> moment.rows(Queries.SOLD, id, row -> row.getString(1))));
    }

    /** How often anything was written that rules look at; the same twice means that nothing was. */
    public long writes() {
        return Stream.concat(shards.stream(), Stream.of(payment, resale))
                .mapToLong(database ->
                        database.at(moment -> moment.rows(Queries.WRITES, Queries.IGNORED_WRITES, row -> row.getLong(1))
                                .getFirst()))
                .sum();
    }

    /** Events known to a shard. */
    public Set<UUID> provisioned() {
        return shards.stream()
                .flatMap(shard ->
                        shard.at(moment -> moment.rows(Queries.SHARD_EVENTS, "", row -> Columns.id(row, 1))).stream())
                .collect(Collectors.toSet());
    }

    /** Events made within so many seconds, and when, in milliseconds since 1970. */
    public Map<UUID, Long> madeWithin(long seconds) {
        Map<UUID, Long> made = new HashMap<>();
        event.at(moment -> moment.rows(
                Queries.EVENTS,
                (double) seconds,
                row -> made.put(Columns.id(row, 1), row.getTimestamp(2).getTime())));
        return made;
    }

    @Override
    public void close() {
        Stream.of(shards.stream(), others.stream(), Stream.of(event, payment, resale, directory))
                .flatMap(each -> each)
                .forEach(Sql::close);
    }
}
