package io.boxoffice.waitingroom.sale;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Watchlist;
import io.boxoffice.waitingroom.token.SessionIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a purchase and the end of the seats do to the line. */
@Component
class SaleEffects {
    private static final Logger log = LoggerFactory.getLogger(SaleEffects.class);

    private final LuaScript findSession;
    private final LuaScript purchased;
    private final LuaScript setSoldOut;
    private final SessionIds sessions;
    private final Watchlist watchlist;

    SaleEffects(LuaScripts scripts, SessionIds sessions, Watchlist watchlist) {
        this.findSession = scripts.named("sale/find-session");
        this.purchased = scripts.named("sale/purchased");
        this.setSoldOut = scripts.named("sale/set-sold-out");
        this.sessions = sessions;
        this.watchlist = watchlist;
    }

    /** Ends the session that bought; a session that is no longer the fan's current one has ended before. */
    void purchased(SeatsPurchased purchase) {
        var event = purchase.eventId();
        var current = findSession.run(event, Bytes.of(purchase.userId()));
        var entry = current.number(0);
        var session = Math.toIntExact(current.number(1));
        if (entry > 0 && sessions.of(event, entry, session).equals(purchase.sessionId())) {
            purchased.run(event, entry, session);
            watchlist.watch(event);
        }
    }

    /** Closes the line; those waiting are sent home by the ticks that follow. */
    void soldOut(SaleState sale) {
        set(sale.eventId(), true, sale.occurredAt());
    }

    void reopened(SaleState sale) {
        set(sale.eventId(), false, sale.occurredAt());
    }

    private void set(UUID event, boolean soldOut, Instant when) {
        watchlist.watch(event);
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, when);
        var changed = setSoldOut.run(event, soldOut ? 1 : 0, micros).word(0);
        log.atInfo()
                .addKeyValue("event_id", event)
                .addKeyValue("sold_out", soldOut)
                .addKeyValue("outcome", changed)
                .log("seats ran out or came back");
    }
}
