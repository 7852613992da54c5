package io.boxoffice.fleet.infra;

import io.boxoffice.fleet.settings.FleetProblem;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the servers once into a folder that fleets share; an interrupted unpacking leaves nothing that counts. */
public final class Binaries {
    private static final String REDIS = "7.0.15";
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path store;
    private final Machine machine;

    public Binaries(Path store) {
        this.store = store;
        this.machine = Machine.here();
    }

    /** The folder holding PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
    synchronized Path postgres() throws IOException {
        var home = store.resolve("postgres-%s-%s".formatted(machine.system(), machine.processor()));
        if (!Files.isDirectory(home)) {
            unpackInto(home, this::unpackPostgres);
        }
        return home;
    }

    synchronized Path redis() throws IOException {
        var name = "redis-server-%s-%s-%s".formatted(REDIS, machine.system(), machine.processor());
        var home = store.resolve(name);
        if (!Files.isDirectory(home)) {
            unpackInto(home, fresh -> {
                try (var binary = Binaries.class.getResourceAsStream("/" + name)) {
                    if (binary == null) {
                        throw new FleetProblem("no Redis is bundled for this machine: " + name);
                    }
                    Files.copy(binary, fresh.resolve("redis-server"));
                }
                Files.setPosixFilePermissions(fresh.resolve("redis-server"), EXECUTABLE);
            });
        }
        return home.resolve("redis-server");
    }

    private interface Unpacking {
        void into(Path folder) throws IOException;
    }

    private void unpackInto(Path home, Unpacking unpacking) throws IOException {
        Files.createDirectories(store);
        var fresh = Files.createTempDirectory(store, home.getFileName() + ".new");
        Files.setPosixFilePermissions(fresh, EXECUTABLE);
        unpacking.into(fresh);
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException lostTheRace) {
            if (!Files.isDirectory(home)) {
                throw lostTheRace;
            }
        }
    }

    private void unpackPostgres(Path folder) throws IOException {
        try (var bundle = bundledPostgres();
                var files = new TarArchiveInputStream(new XZCompressorInputStream(bundle))) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("refusing to unpack " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.resolve("..").normalize());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.resolve("..").normalize());
                    Files.copy(files, target);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
    }

    private InputStream bundledPostgres() throws IOException {
        var system = machine.system().substring(0, 1).toUpperCase(Locale.ROOT)
                + machine.system().substring(1);
        var processor = machine.processor().equals("amd64") ? "x86_64" : "arm_64";
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor);
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return (mode & 0100) == 0
                ? EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"))
                : EnumSet.copyOf(EXECUTABLE);
    }
}
