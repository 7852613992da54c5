package io.boxoffice.notification.confirmation;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Writes a confirmation, as plain text and as HTML; in the text each ticket's code stands alone on its line. */
@Component
class ConfirmationText {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);

    private final Template text = Mustache.compiler().escapeHTML(false).compile(template("text"));
    private final Template html = Mustache.compiler().compile(template("html"));

    /** What the templates know. */
    record Page(
            UUID orderId,
            String name,
            String when,
            String venue,
            List<Tickets.Code> tickets,
            List<Charge> fees,
            BigDecimal total,
            String currency) {}

    /** A fee in words a fan reads; on the wire it has a name for programs. */
    record Charge(String label, BigDecimal amount) {

        static Charge of(Orders.Fee fee) {
            var words = fee.name().replace('_', ' ');
            return new Charge(Character.toUpperCase(words.charAt(0)) + words.substring(1), fee.amount());
        }
    }

    static Page page(Orders.Order order, Shows.Show show, Tickets.Codes codes) {
        return new Page(
                order.orderId(),
                show.name(),
                WHEN.format(show.date().atZone(show.timeZone())),
                show.venueName(),
                codes.items(),
                order.fees() == null
                        ? List.of()
                        : order.fees().stream().map(Charge::of).toList(),
                order.totalAmount(),
                order.currency());
    }

    String text(Page page) {
        return text.execute(page);
    }

    String html(Page page) {
        return html.execute(page);
    }

    private static String template(String kind) {
        try {
            return new ClassPathResource("confirmation/confirmation." + kind + ".mustache")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
