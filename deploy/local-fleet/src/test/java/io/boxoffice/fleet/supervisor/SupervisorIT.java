package io.boxoffice.fleet.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.fleet.infra.Launch;
import io.boxoffice.fleet.infra.Program;
import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

    @TempDir
    Path folder;

    /** A shell command that counts as ready while a file of its name exists. */
    private record Script(String name, Path folder, String command) implements Program {
        @Override
        public int port() {
            return 1;
        }

        @Override
        public Launch prepare() throws IOException {
            Files.deleteIfExists(folder.resolve(name));
            return Launch.of(List.of("sh", "-c", command));
        }

        @Override
        public boolean isReady() {
            return Files.exists(folder.resolve(name));
        }
    }

    @Test
    void aProcessThatNeverBecomesReadyFailsTheStartAndNothingIsLeftRunning() throws Exception {
        var good = new Script("good", folder, "touch '" + folder + "/good'; exec sleep 600");
        var bad = new Script("bad", folder, "echo no such luck; exit 3");
        var supervisor = supervisor(List.of(good), List.of(bad));

        var failed = supervisor.start();
        supervisor.stop();

        assertThat(failed).isNotNull();
        assertThat(failed.process()).isEqualTo("bad");
        assertThat(failed).hasMessageContaining("ended with status 3, 5 times in a row");
        assertThat(state().phase()).isEqualTo(FleetState.Phase.FAILED);
        assertThat(state().runningProcesses()).isEmpty();
        assertThat(home().log("bad")).content().contains("no such luck");
    }

    @Test
    void whatCannotWorkIsNotTriedAgain() throws Exception {
        var hopeless = new Program() {
            @Override
            public String name() {
                return "hopeless";
            }

            @Override
            public int port() {
                return 1;
            }

            @Override
            public Launch prepare() {
                throw new FleetProblem("install this first");
            }

            @Override
            public boolean isReady() {
                return false;
            }
        };
        var supervisor = supervisor(List.of(hopeless), List.of());

        assertThat(supervisor.start()).hasMessage("install this first");
        supervisor.stop();
    }

    @Test
    void aProcessThatHadBeenReadyIsStartedAgainMoreOftenThanTheLimit() throws Exception {
        var mortal = new Script("mortal", folder, "touch '" + folder + "/mortal'; exec sleep 600");
        var supervisor = supervisor(List.of(mortal), List.of());
        supervisor.start();

        for (int death = 1; death <= RestartPolicy.LIMIT + 1; death++) {
            int restarts = death;
            var running = status().identity().running().orElseThrow();
            running.destroyForcibly();
            await().until(() -> status().restarts() == restarts && status().state() == ProcessState.READY);
        }

        supervisor.stop();
        assertThat(state().phase()).isEqualTo(FleetState.Phase.DOWN);
    }

    @Test
    void theFleetIsWholeWithoutAWatcherThatNeverStarts() throws Exception {
        var good = new Script("good", folder, "touch '" + folder + "/good'; exec sleep 600");
        var blind = new Script("blind", folder, "exit 1");
        var supervisor = supervisor(List.of(good), List.of(), List.of(blind));

        assertThat(supervisor.start()).isNull();
        await().until(() -> state().processes().getLast().state() == ProcessState.FAILED);

        assertThat(state().phase()).isEqualTo(FleetState.Phase.READY);
        supervisor.stop();
        assertThat(state().phase()).isEqualTo(FleetState.Phase.DOWN);
    }

    private Supervisor supervisor(List<Program> first, List<Program> second) {
        return supervisor(first, second, List.of());
    }

    private Supervisor supervisor(List<Program> first, List<Program> second, List<Program> watchers) {
        var board = new StateBoard(
                home(),
                ProcessIdentity.of(ProcessHandle.current()),
                Clock.systemUTC().instant());
        return new Supervisor(
                new FleetPlan(first, second, List.of(), watchers), board, new LogFiles(home()), Clock.systemUTC(), 2);
    }

    private FleetHome home() {
        return new FleetHome(folder);
    }

    private FleetState state() throws IOException {
        return FleetState.read(home()).orElseThrow();
    }

    private ProcessStatus status() throws IOException {
        return state().processes().getFirst();
    }
}
