package io.boxoffice.inventory.pdf;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.ticket.Show;
import io.boxoffice.inventory.ticket.Ticket;
import io.boxoffice.inventory.ticket.Tickets;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketPdfController {
    private final EventTransactions events;
    private final Tickets tickets;
    private final TicketPdf pdf;

    TicketPdfController(EventTransactions events, Tickets tickets, TicketPdf pdf) {
        this.events = events;
        this.tickets = tickets;
        this.pdf = pdf;
    }

    /** The caller's own tickets of the order; all of them for support. */
    @GetMapping(
            path = "/api/v1/events/{eventId}/orders/{orderId}/tickets.pdf",
            produces = MediaType.APPLICATION_PDF_VALUE)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> mine(@PathVariable UUID eventId, @PathVariable UUID orderId, Caller caller) {
        return answer(
                eventId,
                orderId,
                shard -> caller.has("SUPPORT")
                        ? tickets.ofOrder(shard, eventId, orderId)
                        : tickets.ofOrder(shard, eventId, orderId, caller.sub()));
    }

    /** For the mail with the tickets. */
    @GetMapping(
            path = "/internal/events/{eventId}/orders/{orderId}/tickets.pdf",
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> all(@PathVariable UUID eventId, @PathVariable UUID orderId) {
        return answer(eventId, orderId, shard -> tickets.ofOrder(shard, eventId, orderId));
    }

    private record Found(Show show, List<Ticket> tickets) {}

    private ResponseEntity<byte[]> answer(UUID event, UUID order, Function<Shard, List<Ticket>> which) {
        var found = events.read(event, shard -> good(shard, event, which.apply(shard)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"tickets-" + order + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.write(found.show(), found.tickets()));
    }

    private Found good(Shard shard, UUID event, List<Ticket> found) {
        var good = found.stream()
                .filter(ticket -> ticket.status() != Ticket.Status.REVOKED)
                .toList();
        if (good.isEmpty()) {
            throw Problems.notFound();
        }
        return new Found(tickets.show(shard, event), good);
    }
}
