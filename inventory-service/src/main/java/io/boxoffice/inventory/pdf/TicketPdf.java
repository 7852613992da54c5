package io.boxoffice.inventory.pdf;

import io.boxoffice.inventory.ticket.Show;
import io.boxoffice.inventory.ticket.Ticket;
import io.boxoffice.inventory.ticket.TicketCodes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/** Writes tickets for a printer, a page each. */
@Component
class TicketPdf {
    private final TicketCodes codes;

    TicketPdf(TicketCodes codes) {
        this.codes = codes;
    }

    byte[] write(Show show, List<Ticket> tickets) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4);
        var writer = PdfWriter.getInstance(document, bytes);
        document.addTitle("Tickets: " + show.name());
        document.addCreator("Boxoffice");
        document.open();
        for (int i = 0; i < tickets.size(); i++) {
            var ticket = tickets.get(i);
            document.newPage();
            var page = new TicketPage(writer.getDirectContent());
            page.header(show);
            page.seat(ticket);
            if (show.paperTickets()) {
                page.code(codes.sign(ticket, show.date()));
            } else {
                page.onThePhoneOnly();
            }
            page.footer(ticket, i + 1, tickets.size());
        }
        document.close();
        return bytes.toByteArray();
    }
}
