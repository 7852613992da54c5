package io.boxoffice.resale.offer;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Page;
import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingPages;
import io.boxoffice.resale.listing.ListingRows;
import io.boxoffice.resale.payout.Payouts;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is offered, for all; what the caller lists, for the caller. */
@RestController
@RequestMapping("/api/v1/resale/listings")
class ListingLookup {
    private static final int LONGEST_PAGE = 100;

    private final ListingRows rows;
    private final ListingPages pages;
    private final Payouts payouts;
    private final Clock clock;

    ListingLookup(ListingRows rows, ListingPages pages, Payouts payouts, Clock clock) {
        this.rows = rows;
        this.pages = pages;
        this.payouts = payouts;
        this.clock = clock;
    }

    @GetMapping
    Page<ListingView> list(
            @RequestParam(name = "event_id", required = false) @Nullable UUID eventId,
            @RequestParam(name = "mine", defaultValue = "false") boolean mine,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "20") int limit,
            @Parameter(hidden = true) Optional<Caller> caller) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problems.invalid("/limit", "Ask for 1 to " + LONGEST_PAGE + ".");
        }
        if (mine) {
            var seller = caller.orElseThrow(() -> new AccessDeniedException("sign in"))
                    .sub();
            var found = pages.of(seller, eventId, cursor == null ? null : Cursors.id(cursor), limit + 1);
            return page(found, limit, this::own, last -> Cursors.of(last.id()));
        }
        var after = cursor == null ? null : Cursors.cheapest(cursor);
        var found = pages.offered(eventId, after, clock.instant(), limit + 1);
        return page(found, limit, ListingView::offered, last -> Cursors.of(last.priceEach(), last.id()));
    }

    @GetMapping("/{listingId}")
    ListingView one(@PathVariable UUID listingId, @Parameter(hidden = true) Optional<Caller> caller) {
        var listing = rows.find(listingId).orElseThrow(Problems::notFound);
        if (caller.map(Caller::sub).filter(listing.sellerId()::equals).isPresent()) {
            return own(listing);
        }
        if (!listing.status().isPublic()) {
            throw Problems.notFound();
        }
        return ListingView.offered(listing);
    }

    private ListingView own(Listing listing) {
        return ListingView.mine(listing, payouts.of(listing.id()).orElse(null));
    }

    private static Page<ListingView> page(
            List<Listing> found, int limit, Function<Listing, ListingView> view, Function<Listing, String> cursor) {
        boolean more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page<>(page.stream().map(view).toList(), more ? cursor.apply(page.getLast()) : null);
    }
}
