package io.boxoffice.fleet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeUpOnceAndKept() throws Exception {
        var home = new FleetHome(folder);
        var first = Secrets.load(home);
        var key = first.of("provider.secret-key", "sk_test_");
        first.save();

        assertThat(key).startsWith("sk_test_").hasSizeGreaterThan(40);
        assertThat(Secrets.load(home).of("provider.secret-key")).isEqualTo(key);
        assertThat(first.of("another")).isNotEqualTo(first.of("one more"));
    }

    @Test
    void onlyTheOwnerReadsThem() throws Exception {
        var home = new FleetHome(folder);
        var secrets = Secrets.load(home);
        secrets.of("any");
        secrets.save();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.secrets())))
                .isEqualTo("rw-------");
    }

    @Test
    void dataWithoutItsSecretsIsNotOpenedWithNewOnes() throws Exception {
        var home = new FleetHome(folder);
        Files.createDirectories(home.data("postgres"));
        Files.writeString(home.data("postgres").resolve("PG_VERSION"), "18\n");

        assertThatThrownBy(() -> Secrets.load(home))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("--fresh");
    }
}
