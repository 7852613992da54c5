package io.boxoffice.notification.letter;

import io.boxoffice.notification.email.Attachment;
import io.boxoffice.notification.email.Email;
import io.boxoffice.notification.event.Event;
import io.boxoffice.notification.event.Events;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The tickets of an order: in the text each code alone on its line, and on paper where the event has paper tickets. */
@Component
class ConfirmationLetter implements Letter {
    /** Orders that came to nothing after they had been confirmed have no tickets to send. */
    private static final Set<String> COME_TO_NOTHING = Set.of("VOIDED", "CAPTURE_FAILED", "REFUNDED");

    private final OrderCalls orders;
    private final TicketCalls tickets;
    private final Events events;
    private final Languages languages;
    private final LetterProperties links;

    ConfirmationLetter(
            OrderCalls orders, TicketCalls tickets, Events events, Languages languages, LetterProperties links) {
        this.orders = orders;
        this.tickets = tickets;
        this.events = events;
        this.languages = languages;
        this.links = links;
    }

    /** What the templates know. */
    record Page(
            EventLines event,
            List<SeatLine> tickets,
            boolean paper,
            boolean phone,
            List<Charge> fees,
            BigDecimal total,
            String currency,
            UUID orderId,
            URI ticketsUrl) {}

    record Charge(String label, BigDecimal amount) {}

    @Override
    public Kind kind() {
        return Kind.ORDER_CONFIRMED;
    }

    @Override
    public Draft draft(Owed owed) {
        var order = orders.order(owed.order());
        if (COME_TO_NOTHING.contains(order.status())) {
            return new Draft.Void(
                    "order-" + order.status().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        var seats = tickets.codes(owed.eventId(), owed.order()).items().stream()
                .map(SeatLine::of)
                .toList();
        if (seats.isEmpty()) {
            return new Draft.NotYet("tickets-missing");
        }
        var event = events.find(owed.eventId());
        return event.isEmpty()
                ? new Draft.NotYet("event-missing")
                : new Draft.Ready(write(owed, order, seats, event.get()));
    }

    private Email write(Owed owed, OrderCalls.Order order, List<SeatLine> seats, Event event) {
        var contact = orders.contact(owed.order());
        var language = languages.of(contact.locale());
        var page = page(order, seats, event, language);
        var paper = page.paper()
                ? List.of(new Attachment("tickets.pdf", "application/pdf", tickets.pdf(owed.eventId(), owed.order())))
                : List.<Attachment>of();
        return Envelope.of(owed, contact.email(), language.write(kind(), page), paper);
    }

    private Page page(OrderCalls.Order order, List<SeatLine> seats, Event event, Language language) {
        long onPaper = seats.stream().filter(seat -> !seat.code().isEmpty()).count();
        var fees = order.fees() == null ? List.<OrderCalls.Fee>of() : order.fees();
        return new Page(
                language.lines(event),
                seats,
                onPaper > 0,
                onPaper < seats.size(),
                fees.stream()
                        .map(fee -> new Charge(language.fee(fee.name()), fee.amount()))
                        .toList(),
                order.totalAmount(),
                order.currency(),
                order.orderId(),
                links.tickets());
    }
}
