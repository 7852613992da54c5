package io.boxoffice.inventory.scan;

import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.ticket.RotatingCodes;
import io.boxoffice.inventory.ticket.TicketCode;
import io.boxoffice.inventory.ticket.TicketCodes;
import io.boxoffice.inventory.ticket.TicketFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides at the gate, once per nonce, in one transaction with the stored answer. */
@Service
class Scans {
    private final EventTransactions events;
    private final TicketCodes codes;
    private final RotatingCodes rotating;
    private final ScanRepository scans;
    private final InstantSource clock;

    Scans(
            EventTransactions events,
            TicketCodes codes,
            RotatingCodes rotating,
            ScanRepository scans,
            java.time.Clock clock) {
        this.events = events;
        this.codes = codes;
        this.rotating = rotating;
        this.scans = scans;
        this.clock = clock;
    }

    ScanResult scan(UUID event, UUID scanner, ScanRequest scan) {
        return events.inTransaction(event, shard -> {
            if (!scans.claim(shard, event, scanner, scan)) {
                return scans.stored(shard, event, scan);
            }
            var result = decide(shard, event, scan);
            scans.store(shard, event, scan, result);
            tell(shard, event, scan, result);
            return result;
        });
    }

    private ScanResult decide(Shard shard, UUID event, ScanRequest scan) {
        var code = codes.verify(scan.code()).orElse(null);
        if (code == null) {
            return ScanResult.denied(Reason.BAD_SIGNATURE, null, null);
        }
        var facts = code.facts();
        if (!facts.e().equals(event)) {
            return ScanResult.denied(Reason.WRONG_EVENT, null, null);
        }
        var ticket = scans.check(shard, facts).orElse(null);
        if (ticket == null) {
            return ScanResult.denied(Reason.UNKNOWN, null, null);
        }
        // a postponed event lets in with the codes that were printed for its first date
        if (ticket.over() && clock.instant().isAfter(Instant.ofEpochSecond(facts.x()))) {
            return ScanResult.denied(Reason.CODE_EXPIRED, facts.t(), ticket.seat());
        }
        if (standing(ticket, facts) != null) {
            return refused(shard, facts, ticket);
        }
        var turnedAway = atTheDoor(ticket, code, scan.gate());
        if (turnedAway != null) {
            return ScanResult.denied(turnedAway, facts.t(), ticket.seat());
        }
        return scans.admit(shard, facts)
                .map(entry -> ScanResult.admitted(facts.t(), ticket.seat(), entry))
                .orElseGet(() -> refused(shard, facts, ticket));
    }

    /** Why it is refused now: what barred the ticket may have happened at another gate a moment ago. */
    private ScanResult refused(Shard shard, TicketFacts facts, ScanRepository.Checked ticket) {
        var now = Objects.requireNonNullElse(scans.check(shard, facts).orElse(null), ticket);
        var reason = standing(now, facts);
        return ScanResult.denied(reason == null ? Reason.UNKNOWN : reason, facts.t(), ticket.seat());
    }

    /** What the ticket itself says against it, whatever code is shown. */
    private static @Nullable Reason standing(ScanRepository.Checked ticket, TicketFacts facts) {
        if (ticket.status().equals("REVOKED")) {
            return ticket.refunded() ? Reason.REFUNDED : Reason.REVOKED;
        }
        if (ticket.generation() != facts.g()) {
            return Reason.TRANSFERRED;
        }
        if (ticket.status().equals("USED")) {
            return Reason.ALREADY_USED;
        }
        return ticket.locked() ? Reason.LOCKED : null;
    }

    /** What bars a good ticket: this code, at this time, at this gate. */
    private @Nullable Reason atTheDoor(ScanRepository.Checked ticket, TicketCode code, String gate) {
        boolean fresh = switch (code.mode()) {
            case S -> ticket.paper();
            case R -> rotating.fresh(code);
        };
        if (!fresh) {
            return Reason.CODE_EXPIRED;
        }
        if (ticket.tooEarly()) {
            return Reason.TOO_EARLY;
        }
        return ticket.gate() == null || ticket.gate().equals(gate) ? null : Reason.WRONG_GATE;
    }

    private void tell(Shard shard, UUID event, ScanRequest scan, ScanResult result) {
        if (result.ticketId() == null) {
            return;
        }
        var told = new TicketScanned(
                event,
                clock.instant(),
                result.ticketId(),
                scan.gate(),
                scan.deviceId(),
                scan.nonce(),
                result.result(),
                result.reason());
        shard.outbox().append("boxoffice.tickets", event, "TicketScanned", result.ticketId(), told);
    }
}
