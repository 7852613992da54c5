package io.boxoffice.waitingroom.presale;

import io.boxoffice.waitingroom.event.EventOnSale;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells genuine presale codes from others, without asking anybody once the event's key is known. */
@Service
public class PresaleCodes {
    /** Our clock may be that much off the queue's, which decides. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final PresaleKeys keys;
    private final InstantSource clock;

    PresaleCodes(PresaleKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Looks at what was shown, while the event's presale lasts.
     *
     * @throws io.boxoffice.common.web.ProblemException 503 while nobody can tell whether it is genuine
     */
    public PresaleCode look(EventOnSale event, @Nullable String text) {
        var presaleAt = event.presaleAt();
        if (text == null || presaleAt == null || !isDuring(presaleAt, event.opensAt())) {
            return new PresaleCode.None();
        }
        return look(event.eventId(), text);
    }

    private PresaleCode look(UUID event, String text) {
        return PrintedCode.read(text)
                .filter(code -> keys.confirm(code, event))
                .<PresaleCode>map(code -> new PresaleCode.Genuine(code.serial()))
                .orElseGet(PresaleCode.Forged::new);
    }

    private boolean isDuring(Instant presale, Instant general) {
        var now = clock.instant();
        return !now.isBefore(presale.minus(CLOCKS_DIFFER)) && now.isBefore(general.plus(CLOCKS_DIFFER));
    }
}
