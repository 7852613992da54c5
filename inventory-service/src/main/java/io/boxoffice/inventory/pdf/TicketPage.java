package io.boxoffice.inventory.pdf;

import io.boxoffice.inventory.ticket.Show;
import io.boxoffice.inventory.ticket.Ticket;
import java.awt.Color;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;

/** One ticket on one page; measures are in points from the lower left corner of an A4 sheet. */
final class TicketPage {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (VV)", Locale.ENGLISH);
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final float WIDTH = PageSize.A4.getWidth();
    private static final float HEIGHT = PageSize.A4.getHeight();
    private static final float MARGIN = 48;
    private static final float BAND = 170;
    private static final float GRID = 560;
    private static final float CODE = 270;
    private static final float CODE_BOTTOM = 240;
    private static final Color INK = new Color(0x14, 0x18, 0x2B);
    private static final Color ACCENT = new Color(0xFF, 0xB8, 0x4D);
    private static final Color QUIET = new Color(0x6B, 0x70, 0x80);
    private static final String RULES =
            "One entry: the first scan of this code counts, whoever shows it; do not share or post it. "
                    + "If the ticket is sold on or refunded, this sheet is void. Be at your gate in good time and have a document with "
                    + "your name at hand. The organiser's house rules apply inside. No recording, no glass, no large bags.";

    private final PdfContentByte canvas;

    TicketPage(PdfContentByte canvas) {
        this.canvas = canvas;
    }

    void header(Show show) {
        canvas.setColorFill(INK);
        canvas.rectangle(0, HEIGHT - BAND, WIDTH, BAND);
        canvas.fill();
        text(Typeface.BOLD, 10, ACCENT, "B O X O F F I C E", MARGIN, HEIGHT - 44);
        block(Typeface.BOLD, 24, Color.WHITE, show.name(), HEIGHT - 54, HEIGHT - BAND + 34);
        text(Typeface.REGULAR, 13, ACCENT, when(show), MARGIN, HEIGHT - BAND + 22);
    }

    private static String when(Show show) {
        return WHEN.format(show.date().atZone(zone(show)));
    }

    private static ZoneId zone(Show show) {
        try {
            return show.timeZone() == null ? UTC : ZoneId.of(show.timeZone());
        } catch (DateTimeException _) {
            return UTC;
        }
    }

    void seat(Ticket ticket) {
        float half = (WIDTH - 2 * MARGIN) / 2;
        cell("Section", ticket.section(), MARGIN, half - 12);
        cell("Row", ticket.row(), MARGIN + half, half / 2 - 12);
        cell("Seat", ticket.seatNumber(), MARGIN + half * 3 / 2, half / 2);
    }

    private void cell(String label, String value, float x, float width) {
        text(Typeface.REGULAR, 10, QUIET, label, x, GRID + 38);
        var shown = value.isBlank() ? "–" : value;
        float size = Math.min(28, width / Typeface.BOLD.getWidthPoint(shown, 1));
        text(Typeface.BOLD, size, INK, shown, x, GRID + 8);
    }

    void code(String code) {
        canvas.setColorFill(Color.BLACK);
        QrCode.draw(canvas, code, (WIDTH - CODE) / 2, CODE_BOTTOM, CODE);
    }

    /** Where the event lets no paper in, the sheet must not look as if it did. */
    void onThePhoneOnly() {
        text(Typeface.BOLD, 18, INK, "This ticket lives on your phone.", MARGIN, CODE_BOTTOM + CODE - 60);
        block(
                Typeface.REGULAR,
                12,
                INK,
                "This event lets nobody in on paper. Sign in at the gate and open the ticket: its code changes every few seconds.",
                CODE_BOTTOM + CODE - 66,
                CODE_BOTTOM + CODE - 140);
    }

    void footer(Ticket ticket, int number, int of) {
        canvas.setColorStroke(QUIET);
        canvas.setLineWidth(0.6f);
        canvas.setLineDash(3, 3);
        canvas.moveTo(MARGIN, 205);
        canvas.lineTo(WIDTH - MARGIN, 205);
        canvas.stroke();
        canvas.setLineDash(0);
        text(Typeface.BOLD, 9, INK, "House rules", MARGIN, 184);
        block(Typeface.REGULAR, 9, QUIET, RULES, 182, 110);
        text(Typeface.REGULAR, 9, INK, "Order " + ticket.orderId(), MARGIN, 78);
        text(Typeface.REGULAR, 9, INK, "Ticket " + ticket.ticketId(), MARGIN, 64);
        var place = number + " / " + of;
        text(Typeface.REGULAR, 9, QUIET, place, WIDTH - MARGIN - Typeface.REGULAR.getWidthPoint(place, 9), 64);
    }

    private void text(BaseFont font, float size, Color color, String text, float x, float y) {
        ColumnText.showTextAligned(
                canvas, Element.ALIGN_LEFT, new Phrase(text, new Font(font, size, Font.NORMAL, color)), x, y, 0);
    }

    /** Text that wraps between the margins; smaller, if it does not fit. */
    private void block(BaseFont font, float size, Color color, String text, float top, float bottom) {
        float fitting = size;
        while (fitting > 6 && ColumnText.hasMoreText(column(font, fitting, color, text, top, bottom, true))) {
            fitting--;
        }
        column(font, fitting, color, text, top, bottom, false);
    }

    private int column(BaseFont font, float size, Color color, String text, float top, float bottom, boolean onlyTry) {
        var column = new ColumnText(canvas);
        column.setSimpleColumn(
                new Phrase(text, new Font(font, size, Font.NORMAL, color)),
                MARGIN,
                bottom,
                WIDTH - MARGIN,
                top,
                size * 1.3f,
                Element.ALIGN_LEFT);
        return column.go(onlyTry);
    }
}
