package io.boxoffice.inventory.refund;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The tickets of a refund: locked, revoked, their seats freed, or the way back. The refund's own row is locked first in every
 * transaction and remembers what each step answered, so that a repeat hears the same.
 */
@Service
class Refunds {
    private final EventTransactions events;
    private final RefundRepository refunds;
    private final RefundMessages messages;
    private final SoldOut soldOut;

    Refunds(EventTransactions events, RefundRepository refunds, RefundMessages messages, SoldOut soldOut) {
        this.events = events;
        this.refunds = refunds;
        this.messages = messages;
        this.soldOut = soldOut;
    }

    /** Locks the order's tickets, or those of some seats. */
    List<Refund.Item> lock(Refund refund, @Nullable List<UUID> seats, boolean force) {
        return events.inTransaction(refund.eventId(), shard -> {
            if (refunds.begin(shard, refund, Refund.Status.LOCKED)) {
                refunds.lockTickets(shard, refund, choose(shard, refund, seats, force), force);
            } else {
                var progress = known(shard, refund);
                if (progress.status() == Refund.Status.RESTORED) {
                    throw RefundProblems.refundEnded(progress.status());
                }
            }
            return refunds.items(shard, refund);
        });
    }

    private List<RefundRepository.Candidate> choose(
            Shard shard, Refund refund, @Nullable List<UUID> seats, boolean force) {
        var left = refunds.candidates(shard, refund);
        var asked = seats == null ? null : new HashSet<>(seats);
        var chosen = left.stream()
                .filter(ticket -> asked == null || asked.contains(ticket.seatId()))
                .toList();
        if (chosen.isEmpty() || (asked != null && chosen.size() < asked.size())) {
            throw Problems.notFound();
        }
        var used = chosen.stream()
                .filter(RefundRepository.Candidate::used)
                .map(RefundRepository.Candidate::seatId)
                .toList();
        if (!used.isEmpty() && !force) {
            throw RefundProblems.ticketUsed(used);
        }
        var taken = chosen.stream()
                .filter(RefundRepository.Candidate::taken)
                .map(RefundRepository.Candidate::seatId)
                .toList();
        if (!taken.isEmpty()) {
            throw RefundProblems.ticketLocked(taken);
        }
        return chosen;
    }

    /** Kills the locked tickets. */
    int revoke(Refund refund, RefundCause cause) {
        return events.inTransaction(refund.eventId(), shard -> {
            var progress = known(shard, refund);
            return switch (progress.status()) {
                case LOCKED -> {
                    var revoked = refunds.revoke(shard, refund, cause);
                    messages.revoked(shard, refund, cause, revoked);
                    refunds.advance(shard, refund, new Refund.Progress(Refund.Status.REVOKED, revoked.size(), 0, 0));
                    yield revoked.size();
                }
                case REVOKED, FREED -> progress.revoked();
                case RESTORED -> throw RefundProblems.refundEnded(progress.status());
            };
        });
    }

    /** Gives the seats of the revoked tickets back to the sale, and the buyers their limits. */
    int free(Refund refund, RefundCause cause) {
        int freed = events.inTransaction(refund.eventId(), shard -> {
            var progress = known(shard, refund);
            return switch (progress.status()) {
                case LOCKED -> throw RefundProblems.notRevoked();
                case REVOKED -> {
                    var seats = refunds.free(shard, refund, cause);
                    messages.freed(shard, refund, cause, seats);
                    refunds.advance(
                            shard,
                            refund,
                            new Refund.Progress(Refund.Status.FREED, progress.revoked(), seats.size(), 0));
                    yield seats.size();
                }
                case FREED -> progress.freed();
                case RESTORED -> throw RefundProblems.refundEnded(progress.status());
            };
        });
        soldOut.afterRelease(refund.eventId());
        return freed;
    }

    /**
     * The way back. A refund that never locked anything is remembered as over, so that its own lock, still on the way, cannot
     * come after.
     */
    int restore(Refund refund) {
        return events.inTransaction(refund.eventId(), shard -> {
            if (refunds.begin(shard, refund, Refund.Status.RESTORED)) {
                return 0;
            }
            var progress = known(shard, refund);
            return switch (progress.status()) {
                case LOCKED, REVOKED -> {
                    var restored = refunds.restore(shard, refund);
                    messages.restored(shard, refund, restored);
                    refunds.advance(
                            shard,
                            refund,
                            new Refund.Progress(Refund.Status.RESTORED, progress.revoked(), 0, restored.size()));
                    yield restored.size();
                }
                case RESTORED -> progress.restored();
                case FREED -> throw RefundProblems.refundEnded(progress.status());
            };
        });
    }

    private Refund.Progress known(Shard shard, Refund refund) {
        return refunds.lock(shard, refund).orElseThrow(Problems::notFound);
    }
}
