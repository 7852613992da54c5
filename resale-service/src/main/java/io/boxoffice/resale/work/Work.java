package io.boxoffice.resale.work;

import io.boxoffice.common.Ids;
import io.boxoffice.resale.listing.ListingRows;
import io.boxoffice.resale.listing.Pending;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Carries out whatever a listing still has pending, one worker at a time. */
@Component
public class Work {
    private final Leases leases;
    private final ListingRows rows;
    private final Map<Pending, Chore> chores = new EnumMap<>(Pending.class);

    Work(Leases leases, ListingRows rows, List<Chore> all) {
        this.leases = leases;
        this.rows = rows;
        all.forEach(chore -> chores.put(chore.pending(), chore));
    }

    /** How far it came. */
    public enum Outcome {
        /** Nothing is pending. */
        DONE,
        /** Something has no answer yet; it will be tried again. */
        UNFINISHED,
        /** Somebody else is at it. */
        BUSY
    }

    /** Works on a listing unless somebody does. */
    public Outcome run(UUID listing) {
        return run(listing, take(listing));
    }

    /** Takes the turn in the caller's transaction, so that nobody comes between a decision and its carrying out. */
    public Optional<UUID> take(UUID listing) {
        var worker = Ids.next();
        return leases.claim(listing, worker) ? Optional.of(worker) : Optional.empty();
    }

    /** Works on a listing whose turn was taken, if it was. */
    public Outcome run(UUID listing, Optional<UUID> worker) {
        return worker.map(taken -> claimed(listing, taken)).orElse(Outcome.BUSY);
    }

    /** Works on a listing; the worker has its lease. */
    Outcome claimed(UUID id, UUID worker) {
        try {
            while (true) {
                var listing = rows.get(id);
                if (listing.pending() == null) {
                    return Outcome.DONE;
                }
                var chore = chores.get(listing.pending());
                if (chore == null || !chore.carryOut(listing, seen -> leases.renew(seen, worker))) {
                    return Outcome.UNFINISHED;
                }
            }
        } finally {
            leases.release(id, worker);
        }
    }
}
