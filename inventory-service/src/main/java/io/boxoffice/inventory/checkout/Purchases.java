package io.boxoffice.inventory.checkout;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.hold.Hold;
import io.boxoffice.inventory.hold.Holds;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Seats turned into tickets, and back. */
@Component
class Purchases {
    private final CheckoutRepository checkouts;
    private final Holds holds;
    private final PurchaseMessages messages;
    private final MeterRegistry metrics;

    Purchases(CheckoutRepository checkouts, Holds holds, PurchaseMessages messages, MeterRegistry metrics) {
        this.checkouts = checkouts;
        this.holds = holds;
        this.messages = messages;
        this.metrics = metrics;
    }

    /** @param fresh whether it has just happened, rather than being told again */
    record Purchase(List<Ticket> tickets, boolean fresh) {
        record Ticket(UUID ticketId, UUID seatId, String section) {}
    }

    Purchase make(Shard shard, Hold hold, UUID order, long fence) {
        var tickets = checkouts.confirm(shard, hold, order, fence);
        messages.purchased(shard, hold, order, tickets);
        var made = IntStream.range(0, tickets.size())
                .mapToObj(i -> new Purchase.Ticket(
                        tickets.get(i),
                        hold.seats().get(i).seatId(),
                        hold.seats().get(i).section()))
                .toList();
        return new Purchase(made, true);
    }

    /** By the hold, not the order: a ticket may have been sold on meanwhile. */
    Purchase repeat(Shard shard, UUID event, UUID hold) {
        var tickets = shard.jdbc()
                .sql(
                        "SELECT ticket_id, seat_id, section FROM tickets WHERE event_id = ? AND hold_id = ? ORDER BY ticket_id")
                .params(event, hold)
                .query((row, _) -> new Purchase.Ticket(
                        Sql.uuid(row, "ticket_id"), Sql.uuid(row, "seat_id"), row.getString("section")))
                .list();
        return new Purchase(tickets, false);
    }

    void count(UUID event, Purchase purchase) {
        for (var ticket : purchase.tickets()) {
            metrics.counter("boxoffice.tickets.sold", "event_id", event.toString(), "section", ticket.section())
                    .increment();
        }
    }

    boolean revoke(Shard shard, UUID event, UUID order, String cause) {
        var revoked = checkouts.revoke(shard, event, order, cause);
        revoked.stream()
                .collect(Collectors.groupingBy(
                        CheckoutRepository.Revoked::holdId, LinkedHashMap::new, Collectors.toList()))
                .forEach((holdId, tickets) -> {
                    var hold = holds.find(shard, event, holdId).orElseThrow(Problems::notFound);
                    messages.revoked(shard, hold, order, cause, tickets);
                });
        return !revoked.isEmpty();
    }
}
