package io.boxoffice.event.show;

import java.time.Duration;
import java.time.Instant;

/**
 * How fans queue for an event.
 *
 * @param lobbyMinutes how long before the general sale a lobby opens; 0 where there is none
 */
record WaitingRoom(Mode mode, int lobbyMinutes) {
    static final int USUAL_LOBBY = 30;

    enum Mode {
        LOBBY,
        FIFO,
        OFF
    }

    /** When fans may come for the general sale. */
    Instant lobbyOpensAt(Instant general) {
        return general.minus(Duration.ofMinutes(lobbyMinutes));
    }
}
