package io.boxoffice.event.show;

/** How fans queue for an event. */
record WaitingRoom(Mode mode, int lobbyMinutes) {

    enum Mode {
        LOBBY,
        FIFO,
        OFF
    }
}
