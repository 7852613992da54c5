package io.boxoffice.inventory.best;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.inventory.availability.Availability;
import io.boxoffice.inventory.seatmap.Layout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Picks the best free seats: in one row side by side without leaving a single one, else side by side, else in pairs, always
 * nearest to the section's focal point. Where pickers got into each other's way, each takes one of the best few at random.
 */
@Component
public class BestAvailable {
    private static final Duration CONTENTION_LASTS = Duration.ofSeconds(2);
    private static final int FEW = 4;
    private static final int MANY = 32;
    private static final int TRIES = 8;

    private final HallIndexes indexes;
    private final Cache<UUID, Boolean> contended =
            Caffeine.newBuilder().expireAfterWrite(CONTENTION_LASTS).build();

    BestAvailable(HallIndexes indexes) {
        this.indexes = indexes;
    }

    /** Seats picked by one picker, who says afterwards what came of it. */
    public static final class Pick {
        private final List<Group> groups;
        private final List<Long> claims;

        private Pick(List<Group> groups, List<Long> claims) {
            this.groups = groups;
            this.claims = claims;
        }

        /** Group after group. */
        public List<UUID> seats() {
            return groups.stream()
                    .flatMap(group -> group.seats().stream())
                    .map(Layout.Place::seatId)
                    .toList();
        }
    }

    /**
     * @param ours seats of the fan's own that will be given back for these
     * @param attempt how often this fan has been unlucky before
     */
    public Optional<Pick> pick(Layout layout, Availability now, Wish wish, Set<UUID> ours, int attempt) {
        int width =
                attempt > 0 || contended.getIfPresent(layout.eventId()) != null ? Math.min(FEW << attempt, MANY) : 1;
        for (int i = 0; i < TRIES; i++) {
            long at = Claims.now();
            var groups = groups(layout, now, wish, ours, Math.min(width << i, MANY), at);
            if (groups.isEmpty()) {
                break;
            }
            var claims = groups.stream().map(group -> group.claim(at)).toList();
            var pick = new Pick(groups, claims);
            if (!claims.contains(0L)) {
                return Optional.of(pick);
            }
            dropped(pick);
        }
        return Optional.empty();
    }

    /** The same among the seats that rivals are after as well: what is left when nothing else is. */
    public Optional<Pick> pickAmongRivals(Layout layout, Availability now, Wish wish, Set<UUID> ours) {
        var groups = groups(layout, now, wish, ours, MANY, FreeSeats.AMONG_RIVALS);
        return groups.isEmpty() ? Optional.empty() : Optional.of(new Pick(groups, List.of()));
    }

    private List<Group> groups(Layout layout, Availability now, Wish wish, Set<UUID> ours, int width, long at) {
        var hall = indexes.of(layout);
        var free = indexes.free(hall, now, section -> wish.allows(section.section(), section.price()), at);
        HallIndexes.add(hall, free, ours);
        return new Arrangement(free, BestAvailable::oneOf).of(wish, width);
    }

    /** Spreading is worth a few steps, not a worse kind of seat. */
    private static List<Group> oneOf(List<Group> best) {
        var alike = best.stream()
                .filter(group -> group.rank() == best.getFirst().rank()
                        && group.misfits() == best.getFirst().misfits())
                .toList();
        return List.of(alike.get(ThreadLocalRandom.current().nextInt(alike.size())));
    }

    /** Somebody else was faster: the picture does not show it yet, and rivals are about. */
    public void lost(UUID event) {
        contended.put(event, true);
    }

    /** Nothing came of it, for another reason. */
    public void dropped(Pick pick) {
        for (int i = 0; i < pick.claims.size(); i++) {
            if (pick.claims.get(i) != 0) {
                pick.groups.get(i).drop(pick.claims.get(i));
            }
        }
    }
}
