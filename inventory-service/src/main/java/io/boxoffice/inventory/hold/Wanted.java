package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.best.Wish;
import java.util.List;
import java.util.UUID;

/** The two ways to ask for seats. */
sealed interface Wanted {

    /** These and no others. */
    record Named(List<UUID> seats) implements Wanted {}

    /** Whichever are best. */
    record Best(Wish wish) implements Wanted {}
}
