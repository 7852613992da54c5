package io.boxoffice.waitingroom.queue;

import io.boxoffice.common.security.Caller;
import io.boxoffice.waitingroom.event.Events;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lets fans into the line of an event, past its door. */
@Service
public class Joining {
    /** Told with every answer to a well-formed wish. */
    public static final String DEVICE_HASH = "X-Device-Hash";

    private final Events events;
    private final Line line;
    private final Door door;

    Joining(Events events, Line line, Door door) {
        this.events = events;
        this.line = line;
        this.door = door;
    }

    /**
     * Takes a place, or finds it.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 {@code event-not-found}, 403 {@code challenge-required,
     *     account-blocked, presale-code-…}, 409 {@code queue-not-open, queue-closed}
     */
    public JoinOutcome.Joined join(UUID eventId, Caller fan, JoinRequest request, @Nullable String clearance) {
        var event = events.find(eventId).orElseThrow(QueueProblems::eventNotFound);
        var cleared = door.check(event, fan, request.deviceId(), clearance);
        return switch (line.join(event, fan.sub(), request, cleared)) {
            case JoinOutcome.Joined joined -> joined;
            case JoinOutcome.NotOpen(var opensAt) -> throw QueueProblems.notOpen(opensAt);
            case JoinOutcome.CodeRequired() -> throw QueueProblems.codeRequired();
            case JoinOutcome.CodeInvalid() -> throw QueueProblems.codeInvalid();
            case JoinOutcome.CodeUsed() -> throw QueueProblems.codeUsed();
            case JoinOutcome.Closed(var why) -> throw QueueProblems.closed(why);
        };
    }
}
