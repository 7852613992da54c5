package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.infra.Launch;
import io.boxoffice.fleet.infra.Program;
import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts one program, waits until it is ready, and starts it again whenever it dies; one thread each. */
final class ManagedProcess {
    private static final Logger log = LoggerFactory.getLogger(ManagedProcess.class);
    private static final long PROBE_EVERY_MILLIS = 150;
    private static final Duration START_WITHIN = Duration.ofMinutes(5);

    private final Program program;
    private final StateBoard board;
    private final LogFiles logs;
    private final InstantSource clock;
    private final RestartPolicy policy = new RestartPolicy();
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CompletableFuture<Void> stopWish = new CompletableFuture<>();
    private volatile @Nullable Process process;
    private @Nullable Thread thread;
    private int starts;

    ManagedProcess(Program program, StateBoard board, LogFiles logs, InstantSource clock) {
        this.program = program;
        this.board = board;
        this.logs = logs;
        this.clock = clock;
    }

    String name() {
        return program.name();
    }

    /** Begins; the first start holds one of the permits until it is ready, later ones ask nobody. */
    CompletableFuture<Void> start(Semaphore firstStarts) {
        thread = Thread.ofVirtual().name("watch-" + name()).start(() -> watch(firstStarts));
        return firstReady;
    }

    private void watch(Semaphore firstStarts) {
        try {
            while (!firstStarts.tryAcquire(PROBE_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopWish.isDone()) {
                    return;
                }
            }
            firstReady.whenComplete((_, _) -> firstStarts.release());
            while (!stopWish.isDone() && liveOnce()) {
                log.atInfo().addKeyValue("process", name()).log("starting again");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (FleetProblem hopeless) {
            giveUp(String.valueOf(hopeless.getMessage()));
        } catch (RuntimeException bug) {
            log.atError().addKeyValue("process", name()).setCause(bug).log("watching ended");
            giveUp(bug.toString());
        }
    }

    /** One start and the life after it. Returns whether there is to be another. */
    private boolean liveOnce() throws InterruptedException {
        board.update(name(), ProcessStatus::preparing);
        String problem;
        try {
            var running = launch();
            if (running == null) {
                return false;
            }
            if (becomesReady(running)) {
                running.waitFor();
                return died(running);
            }
            problem = running.isAlive() ? "was not ready in time" : "ended with status " + running.exitValue();
            running.destroyForcibly().waitFor();
        } catch (IOException e) {
            problem = String.valueOf(e.getMessage());
        }
        return startFailed(problem);
    }

    /** Null when it is to stop meanwhile: preparing takes its time. */
    private @Nullable Process launch() throws IOException, InterruptedException {
        Launch launch = program.prepare();
        synchronized (this) {
            if (stopWish.isDone()) {
                return null;
            }
            var builder = new ProcessBuilder(launch.command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            logs.forStart(name()).toFile()));
            builder.environment().putAll(launch.environment());
            var running = builder.start();
            process = running;
            running.getOutputStream().close();
            board.update(
                    name(),
                    status -> status.starting(ProcessIdentity.of(running.toHandle()), clock.instant(), starts++));
            return running;
        }
    }

    private boolean becomesReady(Process running) throws InterruptedException {
        long since = System.nanoTime();
        while (running.isAlive() && System.nanoTime() - since < START_WITHIN.toNanos()) {
            if (answers()) {
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
                policy.becameReady();
                board.update(name(), status -> status.ready(took));
                log.atInfo()
                        .addKeyValue("process", name())
                        .addKeyValue("ms", took)
                        .log("ready");
                firstReady.complete(null);
                return true;
            }
            running.waitFor(PROBE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private boolean answers() {
        try {
            return program.isReady();
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean died(Process dead) throws InterruptedException {
        var why = "ended with status " + dead.exitValue();
        board.update(name(), status -> status.down(why));
        if (stopWish.isDone()) {
            return false;
        }
        log.atWarn()
                .addKeyValue("process", name())
                .addKeyValue("status", dead.exitValue())
                .log("died");
        pause(policy.afterALife());
        return true;
    }

    private boolean startFailed(String problem) throws InterruptedException {
        board.update(name(), status -> status.down(problem));
        if (stopWish.isDone()) {
            return false;
        }
        log.atWarn()
                .addKeyValue("process", name())
                .addKeyValue("problem", problem)
                .log("start failed");
        var again = policy.afterFailedStart();
        if (again.isEmpty()) {
            giveUp("%s, %d times in a row".formatted(problem, RestartPolicy.LIMIT));
            return false;
        }
        pause(again.get());
        return true;
    }

    private void pause(Duration duration) throws InterruptedException {
        try {
            stopWish.get(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException passed) {
            log.atTrace().log("paused");
        }
    }

    private void giveUp(String problem) {
        board.update(name(), status -> status.failed(problem));
        firstReady.completeExceptionally(new StartFailed(name(), problem));
    }

    /** No more starts; asks what runs to end, and kills it when it does not. */
    void stop() throws InterruptedException {
        Process running;
        synchronized (this) {
            stopWish.complete(null);
            running = process;
        }
        if (running != null && running.isAlive()) {
            program.askToStop(running.toHandle());
            if (!running.waitFor(program.mayStopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                log.atWarn().addKeyValue("process", name()).log("does not stop, killed");
                running.destroyForcibly().waitFor();
            }
        }
        if (thread != null) {
            thread.join();
        }
        board.update(name(), status -> status.state() == ProcessState.FAILED ? status : status.down(null));
    }
}
