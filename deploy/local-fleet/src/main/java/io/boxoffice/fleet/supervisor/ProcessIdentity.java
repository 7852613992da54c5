package io.boxoffice.fleet.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names one process for good: the number alone is used again by the system, the number with the moment of birth is not.
 */
public record ProcessIdentity(long pid, String birth) {
    private static final Path PROC = Path.of("/proc/self/stat");

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), birthOf(process));
    }

    /** The process, if it still runs and is the one that was meant. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !birth.isEmpty() && birthOf(process).equals(birth));
    }

    /** Empty for a process that is gone, and for one that is dead but not yet buried by its parent. */
    private static String birthOf(ProcessHandle process) {
        if (!Files.exists(PROC)) {
            return process.info().startInstant().map(Object::toString).orElse("");
        }
        try {
            var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // the second field is a name in brackets and may hold blanks: count from behind it
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean dead = fields[0].equals("Z") || fields[0].equals("X");
            return dead ? "" : Boot.ID + "-" + fields[19];
        } catch (IOException gone) {
            return "";
        }
    }

    /** Births are counted from the machine's start, so its start is part of the name. */
    private static final class Boot {
        static final String ID = read();

        private static String read() {
            try {
                return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                        .substring(0, 8);
            } catch (IOException hidden) {
                return "boot";
            }
        }
    }
}
