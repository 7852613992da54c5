package io.boxoffice.fleet.infra;

import io.boxoffice.fleet.settings.FleetProblem;
import java.util.Locale;

/** This machine's system and processor, as the bundled servers name them. */
record Machine(String system, String processor) {

    static Machine here() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "darwin" : "";
        var processor = switch (arch) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> "";
        };
        if (system.isEmpty() || processor.isEmpty()) {
            throw new FleetProblem(
                    "the local fleet runs on Linux and macOS, x64 and arm64; this is %s on %s".formatted(os, arch));
        }
        return new Machine(system, processor);
    }
}
