package io.boxoffice.event.presale;

import java.util.List;
import java.util.UUID;

/** A batch with its codes, in order of their serials. */
public record IssuedCodes(UUID eventId, int firstSerial, List<String> codes) {
    @Override
    public String toString() {
        return "IssuedCodes[" + eventId + ", " + codes.size() + " from " + firstSerial + "]";
    }
}
