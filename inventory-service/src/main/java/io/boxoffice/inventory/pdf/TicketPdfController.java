package io.boxoffice.inventory.pdf;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.ticket.Ticket;
import io.boxoffice.inventory.ticket.Tickets;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketPdfController {
    private final ShardRouter router;
    private final Tickets tickets;
    private final TicketPdf pdf;

    TicketPdfController(ShardRouter router, Tickets tickets, TicketPdf pdf) {
        this.router = router;
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
        var shard = router.shardOf(eventId);
        var found = caller.has("SUPPORT")
                ? tickets.ofOrder(shard, eventId, orderId)
                : tickets.ofOrder(shard, eventId, orderId, caller.sub());
        return answer(shard, eventId, orderId, found);
    }

    /** For the mail with the tickets. */
    @GetMapping(
            path = "/internal/events/{eventId}/orders/{orderId}/tickets.pdf",
            produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> all(@PathVariable UUID eventId, @PathVariable UUID orderId) {
        var shard = router.shardOf(eventId);
        return answer(shard, eventId, orderId, tickets.ofOrder(shard, eventId, orderId));
    }

    private ResponseEntity<byte[]> answer(Shard shard, UUID event, UUID order, List<Ticket> found) {
        var good = found.stream()
                .filter(ticket -> ticket.status() != Ticket.Status.REVOKED)
                .toList();
        if (good.isEmpty()) {
            throw Problems.notFound();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"tickets-" + order + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.write(tickets.show(shard, event), good));
    }
}
