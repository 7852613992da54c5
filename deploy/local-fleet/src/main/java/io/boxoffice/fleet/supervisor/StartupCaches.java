package io.boxoffice.fleet.supervisor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the caches that let our programs start in half the time (the JDK's AOT cache). It does so behind the back of
 * the fleet that has just started: one program at a time, at the lowest priority and while the machine has little else to
 * do, since it costs about twenty seconds of a processor each. A cache that is not there, or not whole, is never used.
 */
final class StartupCaches implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StartupCaches.class);
    private static final long SPACE_NEEDED = 3L << 30;
    private static final long MINUTES = 10;
    private static final long LOOK_EVERY_SECONDS = 5;
    private static final double QUIET = 0.3;

    private final LogFiles logs;
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Process training;

    StartupCaches(LogFiles logs) {
        this.logs = logs;
    }

    /** Best done in a thread of its own. */
    void writeMissing(List<JavaProgram> programs) {
        try {
            for (var program : programs) {
                var cache = program.command().cache();
                if (!Files.exists(cache) && hasSpace(cache)) {
                    awaitQuiet();
                    write(program, cache);
                }
            }
        } catch (IOException e) {
            log.atWarn().setCause(e).log("start-up caches not written");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The load is that since the last look. */
    private void awaitQuiet() throws InterruptedException {
        double load;
        do {
            load = machine.getCpuLoad();
        } while (!closing.await(LOOK_EVERY_SECONDS, TimeUnit.SECONDS) && load > QUIET);
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void write(JavaProgram program, Path cache) throws IOException, InterruptedException {
        var fresh = cache.resolveSibling(
                cache.getFileName() + "." + ProcessHandle.current().pid());
        try {
            var running = start(program, fresh);
            boolean whole = running != null && running.waitFor(MINUTES, TimeUnit.MINUTES) && running.exitValue() == 0;
            if (whole && !closed() && Files.exists(fresh)) {
                Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
                log.atInfo().addKeyValue("process", program.name()).log("start-up cache written");
            }
        } finally {
            close(training);
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".config"));
        }
    }

    private synchronized @Nullable Process start(JavaProgram program, Path fresh) throws IOException {
        if (closed()) {
            return null;
        }
        var words = new ArrayList<>(LowPriority.PREFIX);
        words.addAll(program.training(fresh));
        training = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(logs.forStart("startup-caches").toFile())
                .start();
        training.getOutputStream().close();
        LowPriority.yieldToOtherSessions(training);
        return training;
    }

    private static boolean hasSpace(Path cache) throws IOException {
        return Files.getFileStore(cache.resolve("..").normalize()).getUsableSpace() > SPACE_NEEDED;
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        close(training);
    }

    private static void close(@Nullable Process process) {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
