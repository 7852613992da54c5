package io.boxoffice.fleet.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTests {

    @Test
    void aRunningProcessIsFoundByItsIdentity() {
        var own = ProcessIdentity.of(ProcessHandle.current());

        assertThat(own.running()).contains(ProcessHandle.current());
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTakenForIt() {
        var earlier = new ProcessIdentity(ProcessHandle.current().pid(), "born before");

        assertThat(earlier.running()).isEmpty();
    }

    @Test
    void aProcessThatEndedIsNotRunning() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        var identity = ProcessIdentity.of(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(identity.running()).isEmpty();
    }
}
