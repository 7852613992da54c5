package io.boxoffice.notification.subscription;

import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * What the fan wants to be told of this event.
 *
 * @param kinds all of it: what is not here is not told; empty for nothing
 */
record NotifyMeRequest(@NotNull Set<@NotNull NotifyKind> kinds) {}
