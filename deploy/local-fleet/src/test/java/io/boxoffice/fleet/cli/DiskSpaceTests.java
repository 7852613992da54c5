package io.boxoffice.fleet.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.fleet.settings.FleetProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskSpaceTests {

    @Test
    void aNearlyFullDiskIsToldBeforeAnythingStarts() {
        assertThatThrownBy(() -> DiskSpace.check(Path.of("/data"), 500L << 20))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("500 MiB")
                .hasMessageContaining("/data");
    }

    @Test
    void aGibibyteIsEnough() {
        assertThatCode(() -> DiskSpace.check(Path.of("/data"), 1L << 30)).doesNotThrowAnyException();
    }
}
