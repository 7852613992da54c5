package io.boxoffice.inventory.best;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seats that pickers of this instance are after or have just got, although pictures may still show them free: others look
 * elsewhere. Only a hint that keeps rivals apart; the guarded statement decides.
 */
@Component
class Claims {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Cache<UUID, UUID> claims =
            Caffeine.newBuilder().expireAfterWrite(LONGEST).build();

    /** All of this moment. */
    Set<UUID> now() {
        return Set.copyOf(claims.asMap().keySet());
    }

    /** Claims all the seats or none. */
    boolean claim(UUID picker, List<UUID> seats) {
        var got = new ArrayList<UUID>();
        for (var seat : seats) {
            if (claims.asMap().putIfAbsent(seat, picker) != null) {
                drop(picker, got);
                return false;
            }
            got.add(seat);
        }
        return true;
    }

    void drop(UUID picker, List<UUID> seats) {
        seats.forEach(seat -> claims.asMap().remove(seat, picker));
    }
}
