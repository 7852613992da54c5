package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.supervisor.Installation;
import io.boxoffice.fleet.supervisor.ProcessIdentity;
import io.boxoffice.fleet.supervisor.SupervisorMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the supervisor in a session of its own, so that it outlives the terminal and its Ctrl-C. */
final class SupervisorLauncher {
    private final FleetHome home;
    private final Installation installed;

    SupervisorLauncher(FleetHome home, Installation installed) {
        this.home = home;
        this.installed = installed;
    }

    ProcessIdentity launch() throws IOException {
        Files.createDirectories(home.logs());
        var command = new ArrayList<>(ownSession());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-Dlogback.configurationFile=fleet/logback-server.xml",
                "-Dboxoffice.repository=" + installed.repository(),
                "-cp",
                System.getProperty("java.class.path"),
                SupervisorMain.class.getName(),
                home.root().toString()));
        var log = home.log("supervisor").toFile();
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log))
                .start();
        started.getOutputStream().close();
        return ProcessIdentity.of(started.toHandle());
    }

    /** Both become the command they are given, so the process keeps its number. */
    private static List<String> ownSession() {
        for (var folder : List.of("/usr/bin", "/bin")) {
            var setsid = Path.of(folder, "setsid");
            if (Files.isExecutable(setsid)) {
                return List.of(setsid.toString());
            }
        }
        return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV");
    }
}
