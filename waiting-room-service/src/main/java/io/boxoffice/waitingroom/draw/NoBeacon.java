package io.boxoffice.waitingroom.draw;

import org.springframework.stereotype.Component;

/** No public source is connected, and the published draw says so. */
@Component
class NoBeacon implements Beacon {

    @Override
    public Value value() {
        return new Value("none", "");
    }
}
