package io.boxoffice.inventory.block;

import io.boxoffice.common.web.Problems;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** When the seats of a block come back without being asked for. */
sealed interface Release {
    /** How the general sale is named on the wire. */
    String GENERAL_SALE = "GENERAL_SALE";

    /** Never: somebody has to say so. */
    record ByHand() implements Release {}

    /** When the general sale opens, whenever that will be. */
    record WithGeneralSale() implements Release {}

    /** At this moment. */
    record At(Instant instant) implements Release {}

    /** What a phase keeps is for the general sale unless it says otherwise. */
    static Release of(@Nullable String text, BlockKind kind) {
        if (text == null) {
            return kind == BlockKind.PHASE ? new WithGeneralSale() : new ByHand();
        }
        if (GENERAL_SALE.equals(text)) {
            return new WithGeneralSale();
        }
        try {
            return new At(Instant.parse(text));
        } catch (DateTimeParseException _) {
            throw Problems.invalid("/release", "Send an instant, or " + GENERAL_SALE + ".");
        }
    }
}
