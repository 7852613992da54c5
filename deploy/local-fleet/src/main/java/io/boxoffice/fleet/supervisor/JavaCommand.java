package io.boxoffice.fleet.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How one of our programs is called, up to its arguments. */
interface JavaCommand {

    /** What every JVM of the fleet gets: small, and quick to be there rather than fast later. */
    List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.net.preferIPv4Stack=true");

    List<String> words() throws IOException;

    /** The JVM with its flags; {@code perf} has the full JIT and a heap four times as large. */
    static List<String> jvm(int heapMegabytes, boolean perf) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(SMALL);
        words.add("-Xmx" + (perf ? 4 * heapMegabytes : heapMegabytes) + "m");
        if (!perf) {
            words.add("-XX:TieredStopAtLevel=1");
        }
        return words;
    }
}
