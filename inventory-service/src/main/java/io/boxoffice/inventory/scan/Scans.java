package io.boxoffice.inventory.scan;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.ticket.TicketCodes;
import io.boxoffice.inventory.ticket.TicketFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Decides at the gate, once per nonce, in one transaction with the stored answer. */
@Service
class Scans {
    private final ShardRouter router;
    private final TicketCodes codes;
    private final ScanRepository scans;
    private final InstantSource clock;

    Scans(ShardRouter router, TicketCodes codes, ScanRepository scans, java.time.Clock clock) {
        this.router = router;
        this.codes = codes;
        this.scans = scans;
        this.clock = clock;
    }

    ScanResult scan(UUID event, UUID scanner, ScanRequest scan) {
        var shard = router.shardOf(event);
        return shard.inTransaction(() -> {
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
        var facts = codes.verify(scan.code()).orElse(null);
        if (facts == null) {
            return ScanResult.denied(Reason.BAD_SIGNATURE, null, null);
        }
        if (!facts.e().equals(event)) {
            return ScanResult.denied(Reason.WRONG_EVENT, null, null);
        }
        var ticket = scans.check(shard, facts).orElse(null);
        if (ticket == null) {
            return ScanResult.denied(Reason.UNKNOWN, null, null);
        }
        if (clock.instant().isAfter(Instant.ofEpochSecond(facts.x()))) {
            return ScanResult.denied(Reason.CODE_EXPIRED, facts.t(), ticket.seat());
        }
        if (standing(ticket, facts) == null) {
            if (ticket.tooEarly()) {
                return ScanResult.denied(Reason.TOO_EARLY, facts.t(), ticket.seat());
            }
            if (ticket.gate() != null && !ticket.gate().equals(scan.gate())) {
                return ScanResult.denied(Reason.WRONG_GATE, facts.t(), ticket.seat());
            }
            var entry = scans.admit(shard, facts);
            if (entry.isPresent()) {
                return ScanResult.admitted(facts.t(), ticket.seat(), entry.get());
            }
        }
        return refused(shard, facts, ticket);
    }

    /** Why it is refused now: what barred the ticket may have happened at another gate a moment ago. */
    private ScanResult refused(Shard shard, TicketFacts facts, ScanRepository.Checked ticket) {
        var now = Objects.requireNonNullElse(scans.check(shard, facts).orElse(null), ticket);
        var reason = standing(now, facts);
        return ScanResult.denied(reason == null ? Reason.UNKNOWN : reason, facts.t(), ticket.seat());
    }

    private static @org.jspecify.annotations.Nullable Reason standing(
            ScanRepository.Checked ticket, TicketFacts facts) {
        if (ticket.status().equals("REVOKED")) {
            return Reason.REVOKED;
        }
        if (ticket.generation() != facts.g()) {
            return Reason.TRANSFERRED;
        }
        if (ticket.status().equals("USED")) {
            return Reason.ALREADY_USED;
        }
        return ticket.locked() ? Reason.LOCKED : null;
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
