package io.boxoffice.inventory.ticket;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CredentialController {
    private final EventTransactions events;
    private final Tickets tickets;
    private final RotatingCodes codes;

    CredentialController(EventTransactions events, Tickets tickets, RotatingCodes codes) {
        this.events = events;
        this.tickets = tickets;
        this.codes = codes;
    }

    /** @param publicKey of a key on the fan's device, for codes that the device signs itself */
    record CredentialRequest(@Nullable String publicKey) {}

    @PostMapping("/api/v1/events/{eventId}/tickets/{ticketId}/credential")
    Credential credential(
            @PathVariable UUID eventId,
            @PathVariable UUID ticketId,
            @RequestBody CredentialRequest request,
            Caller caller) {
        return events.read(eventId, shard -> credential(shard, eventId, ticketId, request, caller));
    }

    private Credential credential(Shard shard, UUID eventId, UUID ticketId, CredentialRequest request, Caller caller) {
        var ticket = tickets.held(shard, eventId, ticketId, caller.sub()).orElseThrow(Problems::notFound);
        switch (ticket.status()) {
            case USED -> throw over("ticket-used", "This ticket has let somebody in.");
            case REVOKED -> throw over("ticket-revoked", "This ticket is not good any more.");
            case VALID, LISTED, TRANSFER_PENDING -> {
                // good at the gate, or there soon; the gate decides
            }
        }
        if (request.publicKey() != null) {
            throw Problems.notAvailableYet("A code signed by the device");
        }
        return codes.issue(ticket, tickets.show(shard, eventId).date());
    }

    private static ProblemException over(String code, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, detail);
    }
}
