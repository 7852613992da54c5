package io.boxoffice.payment.receipt;

import io.boxoffice.payment.order.ItemStatus;
import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.pricing.Seat;
import io.boxoffice.payment.refund.Refunds.PaidBack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Puts receipts on paper. Fonts are embedded: names of people and places are written in all of Europe's letters. */
@Component
class ReceiptPdf {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final float MARGIN = 56;

    private final BaseFont regular = font("LiberationSans-Regular.ttf");
    private final BaseFont bold = font("LiberationSans-Bold.ttf");

    byte[] render(Receipt receipt) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, bytes);
            document.addTitle("Receipt " + receipt.number());
            document.open();
            head(document, receipt);
            document.add(lines(receipt));
        }
        return bytes.toByteArray();
    }

    private void head(Document document, Receipt receipt) {
        document.add(new Paragraph("Boxoffice", new Font(bold, 20)));
        document.add(spaced(new Paragraph("Receipt " + receipt.number(), new Font(bold, 13))));
        document.add(new Paragraph(receipt.event(), new Font(regular, 12)));
        document.add(small("Order " + receipt.order().id()));
        document.add(small("Ordered on " + day(receipt.order().createdAt()) + ", receipt of " + day(receipt.issuedAt())
                + " (UTC)"));
    }

    private PdfPTable lines(Receipt receipt) {
        var order = receipt.order();
        var table = new PdfPTable(new float[] {4, 1});
        table.setWidthPercentage(100);
        table.setSpacingBefore(18);
        order.seats().forEach(seat -> line(table, ticket(order, seat), money(order, seat.price()), regular));
        order.fees().forEach(fee -> line(table, words(fee.name()), money(order, fee.amount()), regular));
        boolean included = order.charge().taxIncluded();
        if (!included) {
            line(table, "Tax", money(order, order.tax()), regular);
        }
        line(table, "Total paid", money(order, order.total()), bold);
        if (included && order.tax().signum() != 0) {
            line(table, "Tax contained in it", money(order, order.tax()), regular);
        }
        if (!receipt.paidBack().isEmpty()) {
            refunds(table, receipt);
        }
        return table;
    }

    private void refunds(PdfPTable table, Receipt receipt) {
        var order = receipt.order();
        receipt.paidBack()
                .forEach(refund -> line(
                        table,
                        "Refunded on " + day(refund.at()),
                        money(order, refund.amount().negate()),
                        regular));
        var back = receipt.paidBack().stream().map(PaidBack::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        line(table, "Paid after refunds", money(order, order.total().subtract(back)), bold);
    }

    private static String ticket(Order order, Seat seat) {
        boolean refunded = order.items().get(seat.seatId()) == ItemStatus.REFUNDED;
        return "Ticket: " + seat.section() + ", row " + seat.row() + ", seat " + seat.seatNumber()
                + (refunded ? " (refunded)" : "");
    }

    private static String words(String fee) {
        return switch (fee) {
            case "ticket_fees" -> "Ticket fees";
            case "order_fee" -> "Order fee";
            default -> fee.replace('_', ' ');
        };
    }

    private static void line(PdfPTable table, String what, String amount, BaseFont face) {
        var font = new Font(face, 10.5f);
        var left = new PdfPCell(new Phrase(what, font));
        var right = new PdfPCell(new Phrase(amount, font));
        right.setHorizontalAlignment(Element.ALIGN_RIGHT);
        for (var cell : new PdfPCell[] {left, right}) {
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderWidth(0.5f);
            cell.setPadding(6);
            table.addCell(cell);
        }
    }

    private Paragraph small(String text) {
        return new Paragraph(text, new Font(regular, 9));
    }

    private static Paragraph spaced(Paragraph paragraph) {
        paragraph.setSpacingBefore(10);
        paragraph.setSpacingAfter(6);
        return paragraph;
    }

    private static String money(Order order, BigDecimal amount) {
        return amount.toPlainString() + " " + order.currency();
    }

    private static String day(Instant at) {
        return DAY.format(at);
    }

    private static BaseFont font(String file) {
        try {
            byte[] bytes = new ClassPathResource("liberation/" + file).getContentAsByteArray();
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
