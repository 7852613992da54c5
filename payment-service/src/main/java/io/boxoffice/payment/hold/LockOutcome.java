package io.boxoffice.payment.hold;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of asking for a hold on behalf of an order. */
public sealed interface LockOutcome {
    /** The hold is the order's until confirmed or abandoned. */
    record Locked(long fence, Checkout checkout) implements LockOutcome {}

    /**
     * It never will be: {@code hold-expired, listing-gone, not-found, access-token-revoked, ticket-limit}.
     *
     * @param limit the ticket limit, where that is the reason
     */
    record Refused(String code, @Nullable TicketLimit limit) implements LockOutcome {}

    /** Another order has it. */
    record Taken(@Nullable UUID byOrder) implements LockOutcome {}

    /** Nobody can tell; ask again. */
    record Unknown() implements LockOutcome {}
}
