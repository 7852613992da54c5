package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.infra.Database;
import io.boxoffice.fleet.infra.PostgresServer;
import io.boxoffice.fleet.settings.Ports;
import io.boxoffice.fleet.settings.Secrets;
import io.boxoffice.fleet.supervisor.Databases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses and credentials behind the API, for checks that read the truth there. */
record Infrastructure(
        Postgres postgres,
        List<Shard> shards,
        Redis redis,
        Kafka kafka,
        Identity identity,
        PaymentSimulator paymentSimulator,
        Mail mail) {

    record Login(String username, String password) {}

    record Access(String jdbcUrl, String username, String password) {}

    record Postgres(String host, int port, Login superuser, Map<String, Access> databases) {}

    record Shard(
            String name, String host, int port, String jdbcUrl, String username, String password, Login superuser) {}

    record Redis(String host, int port, String url) {}

    record Kafka(String bootstrapServers) {}

    record Identity(String issuer) {}

    record PaymentSimulator(String baseUrl, String controlToken) {}

    record Mail(int smtpPort, String url) {}

    private static final String HOST = "127.0.0.1";

    static Infrastructure of(Ports ports, Secrets secrets) {
        var databases = new Databases(ports, secrets);
        return new Infrastructure(
                postgres(ports, databases),
                Databases.SHARDS.stream()
                        .map(shard -> shard(shard, ports, databases))
                        .toList(),
                new Redis(HOST, ports.of("redis"), "redis://%s:%d".formatted(HOST, ports.of("redis"))),
                new Kafka(HOST + ":" + ports.of("kafka")),
                new Identity("http://localhost:" + ports.of("identity")),
                new PaymentSimulator(
                        "http://%s:%d".formatted(HOST, ports.of("payment-simulator")),
                        secrets.of("provider.control-token")),
                new Mail(ports.of("mail-smtp"), "http://%s:%d".formatted(HOST, ports.of("mail"))));
    }

    private static Postgres postgres(Ports ports, Databases databases) {
        var byName = new LinkedHashMap<String, Access>();
        for (Database database : databases.central()) {
            byName.put(
                    database.name(),
                    new Access(databases.url("postgres", database.name()), database.role(), database.password()));
        }
        return new Postgres(HOST, ports.of("postgres"), superuser("postgres", databases), byName);
    }

    private static Shard shard(String name, Ports ports, Databases databases) {
        var server = "postgres-" + name;
        var seats = databases.seats(name);
        return new Shard(
                name,
                HOST,
                ports.of(server),
                databases.url(server, seats.name()),
                seats.role(),
                seats.password(),
                superuser(server, databases));
    }

    private static Login superuser(String server, Databases databases) {
        return new Login(PostgresServer.SUPERUSER, databases.superuserPassword(server));
    }
}
