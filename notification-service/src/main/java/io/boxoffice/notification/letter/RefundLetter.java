package io.boxoffice.notification.letter;

import io.boxoffice.notification.event.Events;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was given back of an order, and how much. */
@Component
class RefundLetter implements Letter {
    private final OrderCalls orders;
    private final Events events;
    private final Languages languages;
    private final LetterProperties links;
    private final JsonMapper json;

    RefundLetter(OrderCalls orders, Events events, Languages languages, LetterProperties links, JsonMapper json) {
        this.orders = orders;
        this.events = events;
        this.languages = languages;
        this.links = links;
        this.json = json;
    }

    /** What the templates know. */
    record Page(
            EventLines event, BigDecimal amount, String currency, List<SeatLine> seats, UUID orderId, URI orderUrl) {}

    @Override
    public Kind kind() {
        return Kind.ORDER_REFUNDED;
    }

    @Override
    public Draft draft(Owed owed) {
        var event = events.find(owed.eventId());
        if (event.isEmpty()) {
            return new Draft.NotYet("event-missing");
        }
        var refund = json.readValue(owed.facts(), Facts.Refund.class);
        var order = orders.order(owed.order());
        var contact = orders.contact(owed.order());
        var language = languages.of(contact.locale());
        var page = new Page(
                language.lines(event.get()),
                refund.amount(),
                refund.currency(),
                order.items().stream()
                        .filter(item -> refund.seatIds().contains(item.seatId()))
                        .map(SeatLine::of)
                        .toList(),
                order.orderId(),
                links.order(order.orderId()));
        return new Draft.Ready(Envelope.of(owed, contact.email(), language.write(kind(), page)));
    }
}
