package io.boxoffice.fleet.infra;

import io.boxoffice.fleet.settings.FleetProblem;
import io.boxoffice.fleet.settings.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One Redis whose append-only file is flushed every second. */
public final class RedisServer implements Program {
    private final int port;
    private final Path data;
    private final Binaries binaries;
    private final Optional<Path> chosen;

    /** @param chosen runs instead of the bundled one */
    public RedisServer(int port, Path data, Binaries binaries, Optional<Path> chosen) {
        this.port = port;
        this.data = data;
        this.binaries = binaries;
        this.chosen = chosen;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Launch prepare() throws IOException {
        Files.createDirectories(data);
        var configuration = data.resolve("redis.conf");
        PrivateFiles.write(configuration, """
                # written at every start
                bind 127.0.0.1
                port %d
                protected-mode yes
                daemonize no
                dir "%s"
                appendonly yes
                appendfsync everysec
                save ""
                """.formatted(port, data));
        var program = chosen.isPresent() ? chosen.get() : binaries.redis();
        if (!Files.isExecutable(program)) {
            throw new FleetProblem("redis.server: there is no program " + program);
        }
        return Launch.of(List.of(program.toString(), configuration.toString()));
    }

    /** While it still reads its data it answers LOADING, not PONG. */
    @Override
    public boolean isReady() throws IOException {
        try (var socket = Sockets.open(port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG");
        }
    }
}
