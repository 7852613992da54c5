package io.boxoffice.notification.confirmation;

import io.boxoffice.notification.email.Email;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gathers what the confirmation of an order needs; nothing of it is kept. */
@Component
public class ConfirmationMail {
    /** Orders that came to nothing after they had been confirmed have no tickets to send. */
    private static final Set<String> COME_TO_NOTHING = Set.of("VOIDED", "CAPTURE_FAILED", "REFUNDED");

    private final Orders orders;
    private final Tickets tickets;
    private final Shows shows;
    private final ConfirmationText texts;

    ConfirmationMail(Orders orders, Tickets tickets, Shows shows, ConfirmationText texts) {
        this.orders = orders;
        this.tickets = tickets;
        this.shows = shows;
        this.texts = texts;
    }

    /** How writing it ends. */
    public sealed interface Draft {
        record Ready(Email email) implements Draft {}

        /** Something is not there yet. */
        record NotYet(String reason) implements Draft {}

        /** There is nothing to confirm any more. */
        record Void(String reason) implements Draft {}
    }

    /** Writes the confirmation, or lets the failure of whoever does not answer through. */
    public Draft draft(String cause, UUID orderId, UUID eventId) {
        var order = orders.order(orderId);
        if (COME_TO_NOTHING.contains(order.status())) {
            return new Draft.Void(
                    "order-" + order.status().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        var codes = tickets.codes(eventId, orderId);
        if (codes.items().isEmpty() || codes.items().size() < order.items().size()) {
            return new Draft.NotYet("tickets-missing");
        }
        var page = ConfirmationText.page(order, shows.show(eventId), codes);
        var address = orders.contact(orderId).email();
        return new Draft.Ready(new Email(cause, address, subject(page.name()), texts.text(page), texts.html(page)));
    }

    /** A line end in a subject would begin another header. */
    private static String subject(String event) {
        return "Your tickets for " + event.replaceAll("\\p{Cntrl}", " ");
    }
}
