package io.boxoffice.waitingroom.draw;

import io.swagger.v3.oas.annotations.media.Schema;

/** A public source of chance that nobody, we included, can know before the lobby closes. */
interface Beacon {

    /** What goes into the draw key, and where it can be looked up. */
    @Schema(name = "DrawBeacon")
    record Value(String source, String value) {}

    /** The value for a lobby that has just closed. */
    Value value();
}
