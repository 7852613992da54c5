package io.boxoffice.notification.letter;

import io.boxoffice.notification.email.Attachment;
import io.boxoffice.notification.event.Events;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The receipt of a payment, attached. */
@Component
class ReceiptLetter implements Letter {
    private final OrderCalls orders;
    private final ReceiptCalls receipts;
    private final Events events;
    private final Languages languages;
    private final LetterProperties links;

    ReceiptLetter(
            OrderCalls orders, ReceiptCalls receipts, Events events, Languages languages, LetterProperties links) {
        this.orders = orders;
        this.receipts = receipts;
        this.events = events;
        this.languages = languages;
        this.links = links;
    }

    /** What the templates know. */
    record Page(EventLines event, BigDecimal total, String currency, UUID orderId, URI orderUrl) {}

    @Override
    public Kind kind() {
        return Kind.RECEIPT;
    }

    @Override
    public Draft draft(Owed owed) {
        var event = events.find(owed.eventId());
        if (event.isEmpty()) {
            return new Draft.NotYet("event-missing");
        }
        var order = orders.order(owed.order());
        var contact = orders.contact(owed.order());
        var language = languages.of(contact.locale());
        var page = new Page(
                language.lines(event.get()),
                order.totalAmount(),
                order.currency(),
                order.orderId(),
                links.order(order.orderId()));
        var paper = new Attachment("receipt.pdf", "application/pdf", receipts.receipt(owed.order()));
        return new Draft.Ready(Envelope.of(owed, contact.email(), language.write(kind(), page), List.of(paper)));
    }
}
