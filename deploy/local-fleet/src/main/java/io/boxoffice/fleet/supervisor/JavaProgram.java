package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.infra.Launch;
import io.boxoffice.fleet.infra.Program;
import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of our own programs: a Spring application with a settings file of its own, asked over HTTP whether it is ready. */
final class JavaProgram implements Program {

    /** Where it listens. */
    record Listening(int port, @Nullable Integer managementPort, int... more) {}

    private final String name;
    private final Listening listening;
    private final JavaCommand command;
    private final FleetHome home;
    private final Map<String, String> settings;
    private final HttpProbe probe;
    private final CacheUse cacheUse = new CacheUse();

    JavaProgram(
            String name,
            Listening listening,
            JavaCommand command,
            FleetHome home,
            Map<String, String> settings,
            HttpProbe probe) {
        this.name = name;
        this.listening = listening;
        this.command = command;
        this.home = home;
        this.settings = settings;
        this.probe = probe;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return listening.port();
    }

    @Override
    public @Nullable Integer managementPort() {
        return listening.managementPort();
    }

    @Override
    public int[] ports() {
        var all = new ArrayList<Integer>(List.of(listening.port()));
        if (listening.managementPort() != null) {
            all.add(listening.managementPort());
        }
        for (int port : listening.more()) {
            all.add(port);
        }
        return all.stream().mapToInt(Integer::intValue).distinct().toArray();
    }

    @Override
    public Launch prepare() throws IOException {
        var file = home.properties(name);
        PrivateFiles.write(file, SettingsFile.text(settings));
        var words = withArguments(command.words(cacheUse.next()));
        return Launch.of(words);
    }

    private List<String> withArguments(List<String> command) {
        var words = new ArrayList<>(command);
        words.add("--spring.config.additional-location=file:" + home.properties(name));
        return words;
    }

    JavaCommand command() {
        return command;
    }

    List<String> training(Path cache) throws IOException {
        return withArguments(command.training(cache));
    }

    @Override
    public boolean isReady() throws IOException {
        boolean ready = probe.answers();
        if (ready && cacheUse.becameReady()) {
            Files.deleteIfExists(command.cache());
        }
        return ready;
    }
}
