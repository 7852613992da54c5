package io.boxoffice.waitingroom.queue;

import io.boxoffice.common.web.Problems;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.lines.PastEnds;
import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.token.QueueToken;
import io.boxoffice.waitingroom.token.QueueToken.Kind;
import org.springframework.stereotype.Component;

/** Brings fans back whose genuine token speaks of an entry that Redis does not know (any more). */
@Component
class Returns {
    private final LineScripts scripts;
    private final PastEnds ends;

    Returns(LineScripts scripts, PastEnds ends) {
        this.scripts = scripts;
        this.ends = ends;
    }

    /** Whether the session that Redis believes in is known to be over. */
    boolean isKnownOver(QueueToken token) {
        return ends.of(token).isPresent();
    }

    /**
     * Brings the fan back.
     *
     * @param drawPosition of a lobby fan, once drawn; −1 otherwise
     */
    Back bringBack(EventOnSale event, QueueToken token, long drawPosition) {
        var reply = scripts.restore(event, token, drawPosition, ends.of(token));
        return switch (reply.word(0)) {
            case "THERE" -> new Back.There();
            case "INSTEAD" -> new Back.Instead(instead(token, reply));
            case "NOT_DRAWN" -> throw Problems.unavailable("The draw is being looked up; your place is kept.");
            case String _ -> new Back.At(held(token, Place.of(reply)), reply);
        };
    }

    private static QueueToken instead(QueueToken token, Reply reply) {
        return token.at(
                reply.number(1),
                Math.toIntExact(reply.number(2)),
                reply.number(3) == 1 ? Kind.LOBBY : Kind.QUEUED,
                reply.number(4));
    }

    /** The same token, unless number or join index had to be new ones. */
    private static QueueToken held(QueueToken token, Place place) {
        var index = place.inLobby() ? place.score() : token.score();
        return token.at(place.entry(), token.session(), token.kind(), index);
    }
}
