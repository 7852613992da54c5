package io.boxoffice.inventory.hold;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sweeps now rather than in half a minute. */
@Lazy
@Component
public class Sweeps {
    private final HoldExpiry expiry;

    Sweeps(HoldExpiry expiry) {
        this.expiry = expiry;
    }

    public void sweep() {
        expiry.sweep();
    }
}
