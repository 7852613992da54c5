package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.infra.Program;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts groups of programs one after the other, keeps them alive, and stops them in reverse. */
final class Supervisor {
    private final List<List<ManagedProcess>> groups = new ArrayList<>();
    private final List<ManagedProcess> watchers;
    private final StateBoard board;
    private final int startsAtOnce;

    Supervisor(FleetPlan plan, StateBoard board, LogFiles logs, InstantSource clock, int startsAtOnce) {
        this.board = board;
        this.startsAtOnce = startsAtOnce;
        for (var group : List.of(plan.infrastructure(), plan.helpers(), plan.services())) {
            groups.add(managed(group, board, logs, clock));
        }
        watchers = managed(plan.watchers(), board, logs, clock);
        board.plan(plan.all().map(Supervisor::planned).toList(), names(plan.watchers()));
    }

    private static List<ManagedProcess> managed(
            List<Program> programs, StateBoard board, LogFiles logs, InstantSource clock) {
        return programs.stream()
                .map(program -> new ManagedProcess(program, board, logs, clock))
                .toList();
    }

    private static Set<String> names(List<Program> programs) {
        return programs.stream().map(Program::name).collect(Collectors.toUnmodifiableSet());
    }

    private static ProcessStatus planned(Program program) {
        return ProcessStatus.planned(program.name(), program.port(), program.managementPort());
    }

    /** Returns when all are ready, or with the first that gave up. */
    @Nullable
    StartFailed start() {
        try {
            start(groups.getFirst(), groups.getFirst().size());
            for (var group : groups.subList(1, groups.size())) {
                start(group, startsAtOnce);
            }
            board.allStarted();
            watchers.forEach(watcher -> watcher.start(new Semaphore(1)));
            return null;
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartFailed failed) {
                board.failed(failed.process());
                return failed;
            }
            throw e;
        }
    }

    private static void start(List<ManagedProcess> group, int atOnce) {
        var permits = new Semaphore(atOnce, true);
        var failure = new CompletableFuture<Void>();
        var ready = new ArrayList<CompletableFuture<Void>>();
        for (var process : group) {
            var started = process.start(permits);
            started.whenComplete((_, problem) -> {
                if (problem != null) {
                    failure.completeExceptionally(problem);
                }
            });
            ready.add(started);
        }
        CompletableFuture.anyOf(CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new)), failure)
                .join();
    }

    void stop() throws InterruptedException {
        board.stopping();
        var all = new ArrayList<>(groups);
        all.add(watchers);
        for (var group : all.reversed()) {
            var stopping = new ArrayList<Thread>();
            for (var process : group) {
                stopping.add(Thread.ofVirtual().start(() -> stop(process)));
            }
            for (var thread : stopping) {
                thread.join();
            }
        }
        board.stopped();
    }

    private static void stop(ManagedProcess process) {
        try {
            process.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
