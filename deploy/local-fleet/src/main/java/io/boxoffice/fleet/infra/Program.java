package io.boxoffice.fleet.infra;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that runs as a process of its own and can be started again and again on the same data and port. */
public interface Program {
    String name();

    /** Where it serves. */
    int port();

    /** Every port it binds: all must be free before it starts. */
    default int[] ports() {
        return managementPort() == null ? new int[] {port()} : new int[] {port(), managementPort()};
    }

    default @Nullable Integer managementPort() {
        return null;
    }

    /** Makes its files ready; may be called again after any interruption. */
    Launch prepare() throws IOException, InterruptedException;

    /** Whether it serves now; an {@link IOException} means not yet. */
    boolean isReady() throws IOException;

    /** Asks it to end in an orderly way. */
    default void askToStop(ProcessHandle process) {
        process.destroy();
    }

    default Duration mayStopWithin() {
        return Duration.ofSeconds(15);
    }
}
