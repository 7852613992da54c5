package io.boxoffice.inventory.stream;

import io.boxoffice.inventory.follow.Following;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the viewers of one event meet; once they have all left it is closed for good, and the next ones open another. */
final class Room {

    /** The audience of a room and what it hears. */
    record Open(EventAudience audience, Following.Followership followed) {}

    private @Nullable Open open;
    private boolean closed;

    /** Opened by the first who comes; nothing when it is closed. */
    synchronized @Nullable Open open(Function<Room, Open> opening) {
        if (closed) {
            return null;
        }
        var now = open;
        if (now == null) {
            closed = true;
            now = opening.apply(this);
            closed = false;
            open = now;
        }
        return now;
    }

    synchronized void close() {
        closed = true;
    }

    synchronized @Nullable Open known() {
        return open;
    }
}
