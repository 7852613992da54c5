package io.boxoffice.inventory.cache;

import java.util.UUID;

/** Keeps something in memory that another instance may change. */
public interface Forgetful {
    /** What its words on the channel begin with. */
    String prefix();

    /** Another instance changed something of this event. */
    void changedElsewhere(UUID event);

    /** Nobody listened for a while. */
    void everythingMayHaveChanged();
}
