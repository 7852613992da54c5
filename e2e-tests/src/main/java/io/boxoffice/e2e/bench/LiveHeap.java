package io.boxoffice.e2e.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is alive in the heap of a JVM, counted by a collection of its own. */
final class LiveHeap {

    private LiveHeap() {}

    static long bytes(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return total(printed);
    }

    /** The last line has the instances and the bytes of all classes. */
    static long total(String histogram) throws IOException {
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total "))
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length == 3)
                .mapToLong(words -> Long.parseLong(words[2]))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd told no total: " + histogram));
    }
}
