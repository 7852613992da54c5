package io.boxoffice.inventory.ticket;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Codes that a screenshot outlives by seconds: good in their own time step and in the next one. */
@Component
public class RotatingCodes {
    private final TicketCodes codes;
    private final TicketKeys keys;
    private final TicketProperties properties;
    private final Clock clock;

    RotatingCodes(TicketCodes codes, TicketKeys keys, TicketProperties properties, Clock clock) {
        this.codes = codes;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /** The ticket's code of this moment. */
    Credential issue(Ticket ticket, Instant eventDate) {
        var key = keys.current();
        long now = clock.millis();
        long step = step(now);
        var proof =
                RotatingProof.at(RotatingProof.secret(key.proofSecret(), ticket.ticketId(), ticket.generation()), step);
        return new Credential(
                codes.sign(key, TicketCode.Mode.R, ticket, eventDate) + "." + proof,
                TicketCode.Mode.R,
                Instant.ofEpochMilli(start(step + 2)),
                Math.ceilDiv(start(step + 1) - now, 1000L));
    }

    /** Whether a rotating code is of this moment, by our clock. */
    public boolean fresh(TicketCode code) {
        var facts = code.facts();
        long step = step(clock.millis());
        return keys.find(facts.k())
                .map(key -> RotatingProof.secret(key.proofSecret(), facts.t(), facts.g()))
                .filter(secret -> RotatingProof.good(secret, step, code.proof()))
                .isPresent();
    }

    private long step(long millis) {
        return Math.floorDiv(millis, properties.codeStep().toMillis());
    }

    private long start(long step) {
        return step * properties.codeStep().toMillis();
    }
}
