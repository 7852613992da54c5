package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A database that runs out of disk in the middle of a sale is worse than one that does not start. */
final class DiskSpace {
    private static final long NEEDED = 1L << 30;

    private DiskSpace() {}

    static void check(Path folder) throws IOException {
        check(folder, Files.getFileStore(folder).getUsableSpace());
    }

    static void check(Path folder, long usable) {
        if (usable < NEEDED) {
            throw new FleetProblem(
                    "only %d MiB are free where %s lies, the fleet needs 1024: make room, or choose another folder with --home"
                            .formatted(usable >> 20, folder));
        }
    }
}
