package io.boxoffice.resale.offer;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.idempotency.IdempotencyKeys.Start;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.resale.event.EventPolicies;
import io.boxoffice.resale.listing.Cause;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.ListingRows;
import io.boxoffice.resale.listing.ListingStatus;
import io.boxoffice.resale.listing.NewListing;
import io.boxoffice.resale.offer.ListingPlacement.Placed;
import io.boxoffice.resale.work.Work;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes listings: the same request twice is one listing with one answer, also when the first process died in between. */
@Component
class ListingDesk {
    private final IdempotencyKeys keys;
    private final EventPolicies policies;
    private final OwnTickets tickets;
    private final ListingPlacement placement;
    private final ListingRows rows;
    private final ListingMoves moves;
    private final Work work;
    private final Clock clock;

    ListingDesk(
            IdempotencyKeys keys,
            EventPolicies policies,
            OwnTickets tickets,
            ListingPlacement placement,
            ListingRows rows,
            ListingMoves moves,
            Work work,
            Clock clock) {
        this.keys = keys;
        this.policies = policies;
        this.tickets = tickets;
        this.placement = placement;
        this.rows = rows;
        this.moves = moves;
        this.work = work;
        this.clock = clock;
    }

    ResponseEntity<Object> take(IdempotentRequest request, UUID seller, ListingRequest wanted) {
        return switch (keys.begin(request)) {
            case Start.Replay(var answer) -> answer;
            case Start.Fresh(var claim) -> finish(request, claim, () -> place(request, claim, seller, wanted));
            case Start.TakenOver(var claim, var before) ->
                finish(
                        request,
                        claim,
                        () -> before == null || isOver(before)
                                ? place(request, claim, seller, wanted)
                                : new Placed(before, work.take(before)));
        };
    }

    /** Given up before it was offered: nobody has it, so the request is made anew. */
    private boolean isOver(UUID before) {
        var listing = rows.get(before);
        return listing.status() == ListingStatus.CANCELLED && !listing.wasOffered();
    }

    private Placed place(IdempotentRequest request, UUID claim, UUID seller, ListingRequest wanted) {
        var policy = policies.of(wanted.eventId());
        ListingRules.requireResale(policy, clock.instant(), wanted.ticketIds().size());
        var own = tickets.listable(wanted.eventId(), wanted.ticketIds(), seller);
        ListingRules.requireFairPrice(policy, own, wanted.priceEach());
        var listing =
                new NewListing(policy.eventId(), seller, wanted.priceEach().setScale(2), policy.currency(), own);
        return placement.place(listing, id -> keys.refer(request, claim, id));
    }

    private ResponseEntity<Object> finish(IdempotentRequest request, UUID claim, Supplier<Placed> placed) {
        Placed made;
        try {
            made = placed.get();
        } catch (ProblemException refused) {
            keys.forget(request, claim);
            throw refused;
        }
        var listing = settle(made);
        if (listing == null) {
            throw ListingProblems.unanswered(); // the key keeps its reference: whoever repeats it later goes on
        }
        if (!listing.wasOffered()) {
            keys.forget(request, claim);
            throw ListingProblems.refusal(listing);
        }
        var answer = ResponseEntity.created(URI.create("/api/v1/resale/listings/" + listing.id()))
                .<Object>body(ListingView.offered(listing));
        keys.complete(request, answer);
        return answer;
    }

    /** The listing, offered or given up; null while somebody else works on it. */
    private @Nullable Listing settle(Placed made) {
        return switch (work.run(made.listing(), made.worker())) {
            case DONE -> rows.get(made.listing());
            case BUSY -> null;
            case UNFINISHED -> {
                var listing = rows.get(made.listing());
                if (listing.status() == ListingStatus.PREPARING && moves.giveUp(listing, Cause.UNANSWERED, null)) {
                    work.run(listing.id());
                }
                yield rows.get(listing.id());
            }
        };
    }
}
