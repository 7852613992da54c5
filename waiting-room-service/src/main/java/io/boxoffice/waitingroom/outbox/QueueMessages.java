package io.boxoffice.waitingroom.outbox;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.token.EntryIds;
import io.boxoffice.waitingroom.token.SessionIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what the scripts wrote, in numbers, into what we tell, in ids. */
@Component
class QueueMessages {
    private static final String ACCESS_EXPIRED = "access-expired";

    private final SessionIds sessions;

    QueueMessages(SessionIds sessions) {
        this.sessions = sessions;
    }

    QueueMessage of(StreamEntry entry) {
        return switch (entry.word("what")) {
            case "EntryJoined" -> joined(entry);
            case "AdmissionRateChanged" ->
                new QueueMessage.AdmissionRateChanged(
                        entry.event(),
                        entry.time(),
                        entry.word("mode"),
                        entry.number("rate"),
                        entry.number("places"),
                        entry.word("cause", "operator"));
            case "DrawHeld" -> drawHeld(entry);
            default -> aboutOne(entry);
        };
    }

    private static QueueMessage joined(StreamEntry entry) {
        return new QueueMessage.EntryJoined(
                entry.event(),
                entry.time(),
                Instant.ofEpochSecond(entry.number("second")),
                entry.number("joins"),
                entry.number("last"));
    }

    private static QueueMessage drawHeld(StreamEntry entry) {
        return new QueueMessage.DrawHeld(
                entry.event(),
                entry.time(),
                entry.number("participants"),
                entry.word("root"),
                entry.word("commitment"),
                Instant.EPOCH.plus(entry.number("opened"), ChronoUnit.MICROS));
    }

    private QueueMessage aboutOne(StreamEntry entry) {
        var event = entry.event();
        var at = entry.time();
        var number = entry.number("n");
        var score = entry.number("score");
        var id = EntryIds.of(event, number);
        UUID fan = Bytes.uuid(entry.bytes("fan"));
        var session = sessions.of(event, number, Math.toIntExact(entry.number("session")));
        var reason = entry.word("reason");
        return switch (entry.word("what")) {
            case "EntryAdmitted" -> new QueueMessage.EntryAdmitted(event, at, id, fan, session, number, score);
            case "EntryAbandoned" -> new QueueMessage.EntryAbandoned(event, at, id, fan, number, reason);
            case "EntryExpired" -> new QueueMessage.EntryExpired(event, at, id, fan, number, reason);
            case "SessionEnded" ->
                new QueueMessage.SessionEnded(
                        event, at, session, fan, id, reason.equals(ACCESS_EXPIRED) ? "expired" : reason);
            case "SessionSuperseded" -> new QueueMessage.SessionSuperseded(event, at, session, fan, id);
            case String unknown -> throw new IllegalStateException("the scripts tell nothing like " + unknown);
        };
    }
}
