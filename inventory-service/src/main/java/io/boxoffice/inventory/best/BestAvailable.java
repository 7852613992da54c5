package io.boxoffice.inventory.best;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.inventory.availability.Availability;
import io.boxoffice.inventory.seatmap.Layout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private final Claims claims;
    private final Cache<UUID, Boolean> contended =
            Caffeine.newBuilder().expireAfterWrite(CONTENTION_LASTS).build();

    BestAvailable(Claims claims) {
        this.claims = claims;
    }

    /** Seats picked by one picker, who says afterwards what came of it. */
    public record Pick(UUID picker, List<UUID> seats) {}

    /**
     * @param ours seats of the fan's own that will be given back for these
     * @param attempt how often this fan has been unlucky before
     */
    public Optional<Pick> pick(Layout layout, Availability now, Wish wish, Set<UUID> ours, int attempt) {
        int width =
                attempt > 0 || contended.getIfPresent(layout.eventId()) != null ? Math.min(FEW << attempt, MANY) : 1;
        for (int i = 0; i < TRIES; i++) {
            var seats = seats(free(layout, now, wish, ours, claims.now()), wish, width);
            if (seats.isEmpty()) {
                break;
            }
            var picker = UUID.randomUUID();
            if (claims.claim(picker, seats)) {
                return Optional.of(new Pick(picker, seats));
            }
        }
        return Optional.empty();
    }

    /** The same among the seats that rivals are after as well: what is left when nothing else is. */
    public Optional<Pick> pickAmongRivals(Layout layout, Availability now, Wish wish, Set<UUID> ours) {
        var seats = seats(free(layout, now, wish, ours, Set.of()), wish, MANY);
        return seats.isEmpty() ? Optional.empty() : Optional.of(new Pick(UUID.randomUUID(), seats));
    }

    private static List<UUID> seats(List<FreeSeats> free, Wish wish, int width) {
        return new Arrangement(free, BestAvailable::oneOf)
                .of(wish, width).stream()
                        .flatMap(group -> group.seats().stream())
                        .map(Layout.Place::seatId)
                        .toList();
    }

    /** Spreading is worth a few steps, not a worse kind of seat. */
    private static List<Group> oneOf(List<Group> best) {
        var alike = best.stream()
                .filter(group -> group.rank() == best.getFirst().rank()
                        && group.misfits() == best.getFirst().misfits())
                .toList();
        return List.of(alike.get(ThreadLocalRandom.current().nextInt(alike.size())));
    }

    private static List<FreeSeats> free(Layout layout, Availability now, Wish wish, Set<UUID> ours, Set<UUID> avoided) {
        var free = new ArrayList<FreeSeats>();
        for (var section : layout.sections()) {
            if (!section.isGeneralAdmission() && wish.allows(section.section(), section.price())) {
                free.add(FreeSeats.of(section, letters(now, section.section()), ours, avoided));
            }
        }
        return free;
    }

    private static String letters(Availability now, String section) {
        return now.sections().stream()
                .filter(one -> one.section().equals(section))
                .map(Availability.Section::seats)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Somebody else was faster: the picture does not show it yet, and rivals are about. */
    public void lost(UUID event) {
        contended.put(event, true);
    }

    /** Nothing came of it, for another reason. */
    public void dropped(Pick pick) {
        claims.drop(pick.picker(), pick.seats());
    }
}
