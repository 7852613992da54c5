package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the door says of a fan, before anybody looked whether the request is a repeat. */
sealed interface Admitted {

    /** Whether the door was that of an event with a queue. */
    boolean byToken();

    UUID user();

    /** Who wants the seats. */
    record Fan(UUID user, @Nullable UUID session, String limitKey, boolean byToken) implements Admitted {}

    /** Not let in; a stored answer is repeated all the same. */
    record TurnedAway(UUID user, boolean byToken, ProblemException why) implements Admitted {}
}
