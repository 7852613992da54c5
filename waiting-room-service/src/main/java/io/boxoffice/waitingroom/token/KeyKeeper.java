package io.boxoffice.waitingroom.token;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the keys of this instance go on: every instance looks, whoever is first makes the next generation. */
@Component
class KeyKeeper {
    private static final Logger log = LoggerFactory.getLogger(KeyKeeper.class);

    private final List<KeyRing<?>> rings;

    KeyKeeper(List<KeyRing<?>> rings) {
        this.rings = rings;
    }

    @Scheduled(
            initialDelayString = "${waiting-room.keys.reload-every:1m}",
            fixedDelayString = "${waiting-room.keys.reload-every:1m}")
    void look() {
        for (var ring : rings) {
            try {
                ring.turn();
            } catch (RuntimeException e) {
                // the keys at hand go on signing; one purpose's trouble is not the others'
                log.atError().setCause(e).log("keys not looked after");
            }
        }
    }
}
