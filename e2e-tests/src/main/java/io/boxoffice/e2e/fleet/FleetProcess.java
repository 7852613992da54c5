package io.boxoffice.e2e.fleet;

import org.jspecify.annotations.Nullable;

/** One process of the fleet. */
public record FleetProcess(
        String name,
        @Nullable Long pid,
        @Nullable Integer port,
        @Nullable Integer managementPort,
        String state,
        int restarts) {

    /** Whether it serves. */
    public boolean ready() {
        return state.equals("READY");
    }
}
