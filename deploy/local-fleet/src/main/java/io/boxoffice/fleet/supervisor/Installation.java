package io.boxoffice.fleet.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the programs lie.
 *
 * @param repository with the executable jars that the build made
 * @param store unpacked programs, shared by all fleets of this repository
 * @param fleetJar this module's own jar, whose manifest names its libraries
 */
public record Installation(Path repository, Path store, Path fleetJar) {
    private static final String LOGBACK = "-Dlogback.configurationFile=fleet/logback-server.xml";

    /** As the {@code boxoffice} script passes it. */
    public static Installation fromSystemProperties() {
        var repository =
                Path.of(System.getProperty("boxoffice.repository", ".")).toAbsolutePath();
        return new Installation(
                repository,
                repository.resolve(".boxoffice").resolve("apps"),
                Path.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)[0])
                        .toAbsolutePath());
    }

    List<String> kafka(List<String> jvm) {
        return Stream.of(jvm, List.of(LOGBACK, "-cp", System.getProperty("java.class.path")))
                .flatMap(List::stream)
                .toList();
    }

    JavaCommand helper(List<String> jvm, String main) {
        var words = List.of("-cp", System.getProperty("java.class.path"), "io.boxoffice.fleet." + main);
        return new JavaCommand(jvm, () -> new JavaCommand.Located(words, cacheBeside(fleetJar, main)));
    }

    JavaCommand service(List<String> jvm, String service) {
        return app(jvm, repository.resolve(service + "-service"));
    }

    JavaCommand auditor(List<String> jvm) {
        return app(jvm, repository.resolve("deploy").resolve("auditor"));
    }

    private JavaCommand app(List<String> jvm, Path module) {
        var apps = new AppStore(store);
        var executable = module.resolve("target").resolve(module.getFileName() + "-0.1.0-SNAPSHOT-app.jar");
        var unpacked = new AtomicReference<@Nullable Path>();
        return new JavaCommand(jvm, () -> {
            var jar = unpacked.get();
            if (jar == null) {
                // once: what runs does not change under a fleet when its sources are built again
                jar = apps.unpack(executable);
                unpacked.set(jar);
            }
            return new JavaCommand.Located(List.of("-jar", jar.toString()), cacheBeside(jar, "app"));
        });
    }

    /** A cache fits one JVM only. */
    private static Path cacheBeside(Path jar, String program) {
        return jar.resolveSibling(
                "%s-%s.aot".formatted(program, Runtime.version().toString().replace('+', '_')));
    }
}
