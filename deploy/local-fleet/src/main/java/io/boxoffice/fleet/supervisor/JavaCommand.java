package io.boxoffice.fleet.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How one of our programs is called, up to its arguments.
 *
 * @param jvm the JVM and its flags
 * @param target what to run; found when it is needed, since it may have to be unpacked
 */
record JavaCommand(List<String> jvm, Target target) {

    /** A jar to run, and where its start-up cache lies: beside it, in a folder named for the content of both. */
    interface Target {
        Located locate() throws IOException;
    }

    record Located(List<String> words, Path cache) {}

    /** What every JVM of the fleet gets: small, and quick to be there rather than fast later. */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.net.preferIPv4Stack=true");

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

    /** The JVM of a program that signs all day: the quick compiler makes an RSA signature eight times as dear. */
    static List<String> signingJvm(int heapMegabytes, boolean perf) {
        return jvm(heapMegabytes, perf).stream()
                .filter(word -> !word.startsWith("-XX:TieredStopAtLevel"))
                .toList();
    }

    /** Without a cache the same program starts more slowly; nothing else changes. */
    List<String> words(boolean cached) throws IOException {
        var located = target.locate();
        var words = new ArrayList<>(jvm);
        if (cached && Files.exists(located.cache())) {
            words.addAll(List.of("-XX:AOTCache=" + located.cache(), "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        words.addAll(located.words());
        return words;
    }

    Path cache() throws IOException {
        return target.locate().cache();
    }

    /** Brings the program to the point before it would serve or listen, and writes the cache as it leaves. */
    List<String> training(Path cache) throws IOException {
        var words = new ArrayList<>(jvm);
        words.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
        words.addAll(target.locate().words());
        return words;
    }
}
