package io.boxoffice.inventory.best;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a fan wants, whichever seats they are.
 *
 * @param quantity how many seats
 * @param section only there; anywhere if null
 * @param maxPrice no seat dearer than this
 * @param adjacent all in one row, side by side, or none; otherwise pairs may be apart
 * @param accessible how many of them for wheelchairs; the others are beside these
 */
public record Wish(
        int quantity, @Nullable String section, @Nullable BigDecimal maxPrice, boolean adjacent, int accessible) {

    boolean allows(String name, BigDecimal price) {
        return (section == null || section.equals(name)) && affords(price);
    }

    /** Whether a seat at this price is not too dear. */
    public boolean affords(BigDecimal price) {
        return maxPrice == null || price.compareTo(maxPrice) <= 0;
    }
}
