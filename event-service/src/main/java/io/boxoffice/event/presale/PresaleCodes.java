package io.boxoffice.event.presale;

import java.security.SecureRandom;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Hands out presale codes. Only how many there are is kept: whoever has the event's key can tell a code that is one. */
@Service
public class PresaleCodes {
    private static final int KEY_BYTES = 32;

    private final PresaleKeys keys;
    private final SecureRandom random = new SecureRandom();

    PresaleCodes(PresaleKeys keys) {
        this.keys = keys;
    }

    /** New serials after the last ones, or none when there are not as many left. Call it in a transaction. */
    public Optional<PresaleBatch> issue(UUID eventId, int count) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        keys.add(eventId, key);
        return keys.issue(eventId, count).map(first -> new PresaleBatch(eventId, first, count));
    }

    /** The codes of a batch, each made when it is written. For one reader. */
    public IssuedCodes codes(PresaleBatch batch) {
        var key = keys.find(batch.eventId()).orElseThrow();
        return new IssuedCodes(batch.eventId(), batch.firstSerial(), codes(batch, key));
    }

    private static List<String> codes(PresaleBatch batch, PresaleKey key) {
        var maker = new CodeMaker(batch.eventId(), key.key());
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return maker.code(batch.firstSerial() + Objects.checkIndex(index, batch.count()));
            }

            @Override
            public int size() {
                return batch.count();
            }
        };
    }
}
