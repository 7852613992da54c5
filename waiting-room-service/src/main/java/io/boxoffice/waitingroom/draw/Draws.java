package io.boxoffice.waitingroom.draw;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.draw.Draw;
import io.boxoffice.draw.Permutation;
import io.boxoffice.waitingroom.draw.Lottery.Closing;
import io.boxoffice.waitingroom.draw.Lottery.Result;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import io.boxoffice.waitingroom.redis.Watchlist;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** What the line asks of draws. Polls find the order of a held draw in memory. */
@Service
public class Draws {
    private static final Logger log = LoggerFactory.getLogger(Draws.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(200);
    private static final Duration UNUSED_FOR = Duration.ofHours(12);
    private static final int AT_MOST = 1_000;

    private final LotteryRepository lotteries;
    private final Watchlist watchlist;
    private final InstantSource clock;
    private final Cache<UUID, Order> held = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterAccess(UNUSED_FOR)
            .build();
    private final Cache<UUID, Boolean> askedJustNow =
            Caffeine.newBuilder().expireAfterWrite(ASK_AGAIN_AFTER).build();
    private final Cache<UUID, Boolean> committed =
            Caffeine.newBuilder().maximumSize(50_000).build();

    Draws(LotteryRepository lotteries, Watchlist watchlist, InstantSource clock) {
        this.lotteries = lotteries;
        this.watchlist = watchlist;
        this.clock = clock;
    }

    private record Order(long opened, Permutation positions) {}

    /** A fan's part in the draw, as it can be checked in the published list. */
    @Schema(name = "DrawReceipt")
    public record Receipt(long joinIndex, String leaf) {

        /** The receipt of one fan. */
        public static Receipt of(UUID event, long joinIndex, UUID fan) {
            return new Receipt(joinIndex, HexFormat.of().formatHex(Draw.leaf(event, joinIndex, fan)));
        }
    }

    /** Fixes the seed of an event with a lobby as soon as it is known, and has its lobby closed in time even if nobody comes. */
    @EventListener
    void learned(EventOnSale event) {
        beforeJoin(event);
        if (event.mode() == QueueMode.LOBBY) {
            watchlist.watch(event.eventId());
        }
    }

    /** Makes sure that the seed is fixed before anybody joins, whatever was missed. */
    public void beforeJoin(EventOnSale event) {
        if (event.mode() == QueueMode.LOBBY && committed.getIfPresent(event.eventId()) == null) {
            lotteries.commit(event.eventId());
            committed.put(event.eventId(), true);
        }
    }

    /** The draw position of a lobby fan, or −1 while the draw is not held. */
    public long position(EventOnSale event, long joinIndex) {
        return order(event)
                .filter(order -> joinIndex < order.positions().size())
                .map(order -> order.positions().position(joinIndex))
                .orElse(-1L);
    }

    /** The join index of the lobby fan with this score; empty for all others. */
    public OptionalLong joinIndexAt(EventOnSale event, long score) {
        return order(event)
                .filter(order -> score >= order.opened()
                        && score < order.opened() + order.positions().size())
                .map(order -> OptionalLong.of(order.positions().joinIndex(score - order.opened())))
                .orElse(OptionalLong.empty());
    }

    private Optional<Order> order(EventOnSale event) {
        if (event.mode() != QueueMode.LOBBY || clock.instant().isBefore(event.opensAt())) {
            return Optional.empty();
        }
        var known = held.getIfPresent(event.eventId());
        if (known == null && askedJustNow.asMap().putIfAbsent(event.eventId(), true) == null) {
            known = look(event.eventId());
        }
        return Optional.ofNullable(known);
    }

    private @Nullable Order look(UUID event) {
        try {
            var lottery = lotteries.find(event).orElse(null);
            if (lottery == null || lottery.closing() == null || lottery.result() == null || lottery.leaves() == 0) {
                return null;
            }
            order(event, lottery.result(), lottery.closing());
            return held.getIfPresent(event);
        } catch (DataAccessException e) {
            // positions are told a little later
            log.atWarn().addKeyValue("event_id", event).setCause(e).log("the draw cannot be looked up");
            return null;
        }
    }

    Permutation order(UUID event, Result result, Closing closing) {
        return held.get(
                        event,
                        _ -> new Order(closing.openedMicros(), new Permutation(result.key(), closing.participants())))
                .positions();
    }

    /** The draw as it stands, made if need be. */
    Lottery lottery(UUID event) {
        return lotteries.find(event).orElseGet(() -> {
            lotteries.commit(event);
            return lotteries.find(event).orElseThrow();
        });
    }
}
