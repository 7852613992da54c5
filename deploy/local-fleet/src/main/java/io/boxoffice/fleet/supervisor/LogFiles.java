package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.settings.FleetHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps each process's log to two files of a bounded size. */
final class LogFiles {
    private static final long ROTATE_AT_START = 4L << 20;
    private static final long CAP = 64L << 20;

    private final FleetHome home;

    LogFiles(FleetHome home) {
        this.home = home;
    }

    /** The file the next start appends to. */
    Path forStart(String process) throws IOException {
        Files.createDirectories(home.logs());
        var log = home.log(process);
        if (Files.exists(log) && Files.size(log) > ROTATE_AT_START) {
            Files.move(log, older(log), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    /** The writer holds the file open in append mode: it is copied and emptied under its hands. */
    void cap(String process) throws IOException {
        var log = home.log(process);
        if (Files.exists(log) && Files.size(log) > CAP) {
            Files.copy(log, older(log), StandardCopyOption.REPLACE_EXISTING);
            Files.newByteChannel(log, java.nio.file.StandardOpenOption.WRITE)
                    .truncate(0)
                    .close();
        }
    }

    private static Path older(Path log) {
        return log.resolveSibling(log.getFileName() + ".1");
    }
}
