package io.boxoffice.fleet.infra;

import io.boxoffice.fleet.settings.FleetProblem;
import io.boxoffice.fleet.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** One PostgreSQL server with durable settings; a password for everyone, over TCP on 127.0.0.1 alone. */
public final class PostgresServer implements Program {
    public static final String SUPERUSER = "postgres";

    private final String name;
    private final int port;
    private final Path data;
    private final Binaries binaries;
    private final String superuserPassword;
    private final PostgresDatabases databases;

    public PostgresServer(
            String name,
            int port,
            Path data,
            Binaries binaries,
            String superuserPassword,
            List<Database> databases,
            ReadingRole reader) {
        this.name = name;
        this.port = port;
        this.data = data;
        this.binaries = binaries;
        this.superuserPassword = superuserPassword;
        this.databases = new PostgresDatabases(url("postgres"), SUPERUSER, superuserPassword, databases, reader);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Launch prepare() throws IOException, InterruptedException {
        var bin = binaries.postgres().resolve("bin");
        var user = Unprivileged.find(bin.resolve("postgres"));
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(bin, user);
        }
        Files.writeString(data.resolve("postgresql.conf"), configuration());
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        user.handOver(data);
        return Launch.of(user.command(List.of(bin.resolve("postgres").toString(), "-D", data.toString())));
    }

    @Override
    public boolean isReady() throws IOException {
        try {
            databases.provide();
            return true;
        } catch (SQLException notYet) {
            throw new IOException(notYet.getMessage(), notYet);
        }
    }

    /** SIGTERM would wait for the last client to leave; SIGINT is PostgreSQL's orderly stop without them. */
    @Override
    public void askToStop(ProcessHandle process) {
        try {
            Commands.run(List.of("kill", "-INT", Long.toString(process.pid())));
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    /** Built beside its place and moved there when whole, so that an interrupted start is simply begun again. */
    private void initialise(Path bin, Unprivileged user) throws IOException, InterruptedException {
        var fresh = data.resolveSibling(data.getFileName() + ".new");
        deleteAll(fresh);
        var password = data.resolveSibling(data.getFileName() + ".password");
        Files.createDirectories(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        PrivateFiles.write(password, superuserPassword);
        user.handOver(fresh);
        user.handOver(password);
        try {
            var initdb = Commands.run(user.command(List.of(
                    bin.resolve("initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions")));
            if (initdb.status() != 0) {
                throw new FleetProblem("%s: initdb failed: %s".formatted(name, initdb.output()));
            }
        } finally {
            Files.deleteIfExists(password);
        }
        deleteAll(data);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private String configuration() {
        return """
                # written at every start
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = scram-sha-256
                max_connections = 200
                shared_buffers = 64MB
                # as in production: what is committed survives
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_wal_size = 512MB
                # fewer helper processes, four servers share one small machine
                io_method = sync
                max_logical_replication_workers = 0
                timezone = UTC
                log_timezone = UTC
                log_line_prefix = '%%m [%%p] %%u@%%d '
                """.formatted(port);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
