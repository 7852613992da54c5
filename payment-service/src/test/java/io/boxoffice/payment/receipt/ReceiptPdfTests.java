package io.boxoffice.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.payment.order.ItemStatus;
import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.order.OrderKind;
import io.boxoffice.payment.order.OrderStatus;
import io.boxoffice.payment.order.Step;
import io.boxoffice.payment.pricing.Fee;
import io.boxoffice.payment.pricing.Seat;
import io.boxoffice.payment.refund.Refunds.PaidBack;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class ReceiptPdfTests {
    private static final Instant AT = Instant.parse("2027-06-03T10:00:42Z");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private final ReceiptPdf pdf = new ReceiptPdf();

    @Test
    void aReceiptTellsWhatWasPaidAndWhatWentBack() throws IOException {
        var text = textOf("1105.00", List.of(new PaidBack(new BigDecimal("551.50"), AT)));
        assertThat(text)
                .contains("Receipt BX-2027-000042", "Ticket: Floor, row A, seat 1", "seat 2 (refunded)")
                .contains("Ticket fees", "103.00 EUR", "Order fee", "Total paid", "1105.00 EUR")
                .contains("Tax contained in it", "176.43 EUR")
                .contains("Refunded on 3 June 2027", "-551.50 EUR", "Paid after refunds", "553.50 EUR");
    }

    @Test
    void taxThatWasAddedStandsBeforeTheTotal() throws IOException {
        var text = textOf("1281.43", List.of());
        assertThat(text.indexOf("Tax")).isBetween(0, text.indexOf("Total paid"));
        assertThat(text).doesNotContain("Tax contained", "Refunded");
    }

    @Test
    void namesAreWrittenInTheLettersOfAllOfEurope() throws IOException {
        assertThat(textOf("1105.00", List.of()))
                .contains("Łódź Ďábel Şeker Œuvre ßÆØÅ Þór ő ű ģ ț ż €", "Ελληνικά ΐ", "Київ Ђорђе Ѓ Ў");
    }

    private String textOf(String total, List<PaidBack> paidBack) throws IOException {
        var receipt = new Receipt(
                "BX-2027-000042",
                AT,
                "Łódź Ďábel Şeker Œuvre ßÆØÅ Þór ő ű ģ ț ż € Ελληνικά ΐ Київ Ђорђе Ѓ Ў",
                order(total),
                paidBack);
        try (var reader = new PdfReader(pdf.render(receipt))) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " ");
        }
    }

    private static Order order(String total) {
        var price = new BigDecimal("500.00");
        return new Order(
                new UUID(0, 9),
                OrderKind.PRIMARY,
                new UUID(0, 8),
                new UUID(0, 7),
                new UUID(0, 6),
                null,
                null,
                OrderStatus.PARTIALLY_REFUNDED,
                Step.ENDED,
                "pm_card_visa",
                new BigDecimal(total),
                new BigDecimal(total),
                "EUR",
                List.of(new Seat(FIRST, "Floor", "A", "1", price), new Seat(SECOND, "Floor", "A", "2", price)),
                List.of(new Fee("ticket_fees", new BigDecimal("103.00")), new Fee("order_fee", new BigDecimal("2.00"))),
                new BigDecimal("176.43"),
                1L,
                "pi_1",
                null,
                AT,
                Duration.ZERO,
                Map.of(FIRST, ItemStatus.ACTIVE, SECOND, ItemStatus.REFUNDED));
    }
}
