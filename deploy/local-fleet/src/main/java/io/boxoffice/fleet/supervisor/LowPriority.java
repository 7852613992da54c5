package io.boxoffice.fleet.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a command on what others leave of processor and disk. */
final class LowPriority {
    private static final Logger log = LoggerFactory.getLogger(LowPriority.class);

    /** In a session of its own, see below; the tools are Linux's, and nice is everywhere. */
    static final List<String> PREFIX = Stream.of(
                    tool("/usr/bin/setsid"), tool("/usr/bin/ionice", "-c", "3"), List.of("nice", "-n", "19"))
            .flatMap(List::stream)
            .toList();

    private LowPriority() {}

    private static List<String> tool(String... words) {
        return Files.isExecutable(Path.of(words[0])) ? List.of(words) : List.of();
    }

    /** Where Linux shares the processor out by session first, nice counts inside one only: the session yields too. */
    static void yieldToOtherSessions(Process process) {
        var session = Path.of("/proc/" + process.pid() + "/autogroup");
        try {
            if (Files.exists(session) && !PREFIX.getFirst().equals("nice")) {
                Files.writeString(session, "19");
            }
        } catch (IOException refused) {
            log.atDebug().setCause(refused).log("session keeps its priority");
        }
    }
}
