package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.infra.Binaries;
import io.boxoffice.fleet.infra.KafkaBroker;
import io.boxoffice.fleet.infra.PostgresServer;
import io.boxoffice.fleet.infra.Program;
import io.boxoffice.fleet.infra.RedisServer;
import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.Ports;
import io.boxoffice.fleet.settings.Secrets;
import io.boxoffice.fleet.settings.ServiceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every process of a fleet, in groups: a group is started when the one before is ready, and they are stopped the other way
 * round. Watchers come last; nobody waits for them, and the fleet is whole without them.
 */
public record FleetPlan(
        List<Program> infrastructure, List<Program> helpers, List<Program> services, List<Program> watchers) {
    /** The process that checks the invariants. */
    public static final String AUDITOR = "auditor";

    private static final int KAFKA_HEAP = 256;
    private static final int HELPER_HEAP = 96;
    private static final int AUDITOR_HEAP = 64;

    public static FleetPlan of(FleetHome home, FleetOptions options, Secrets secrets, Installation installed) {
        var ports = options.ports();
        var databases = new Databases(ports, secrets);
        return new FleetPlan(
                infrastructure(home, options, databases, installed),
                helpers(home, options, secrets, installed),
                services(home, options, secrets, databases, installed),
                List.of(auditor(home, options, secrets, databases, installed)));
    }

    public Stream<Program> all() {
        return Stream.of(infrastructure, helpers, services, watchers).flatMap(List::stream);
    }

    /** The programs of our own, services before helpers, since they gain most from a start-up cache. */
    List<JavaProgram> javaPrograms() {
        return Stream.of(services, helpers, watchers)
                .flatMap(List::stream)
                .filter(JavaProgram.class::isInstance)
                .map(JavaProgram.class::cast)
                .toList();
    }

    private static List<Program> infrastructure(
            FleetHome home, FleetOptions options, Databases databases, Installation installed) {
        var ports = options.ports();
        var binaries = new Binaries(installed.store());
        var programs = new ArrayList<Program>();
        programs.add(new KafkaBroker(
                ports.of("kafka"),
                ports.of("kafka-controller"),
                home.data("kafka"),
                installed.kafka(JavaCommand.jvm(KAFKA_HEAP, options.perf()))));
        programs.add(new PostgresServer(
                "postgres",
                ports.of("postgres"),
                home.data("postgres"),
                binaries,
                databases.superuserPassword("postgres"),
                databases.central(),
                databases.reader()));
        for (var shard : Databases.SHARDS) {
            var name = "postgres-" + shard;
            programs.add(new PostgresServer(
                    name,
                    ports.of(name),
                    home.data(name),
                    binaries,
                    databases.superuserPassword(name),
                    List.of(databases.seats(shard)),
                    databases.reader()));
        }
        programs.add(new RedisServer(ports.of("redis"), home.data("redis"), binaries, options.redisServer()));
        return programs;
    }

    private static List<Program> helpers(
            FleetHome home, FleetOptions options, Secrets secrets, Installation installed) {
        var ports = options.ports();
        var settings = new HelperSettings(home, options, secrets);
        var jvm = JavaCommand.jvm(HELPER_HEAP, options.perf());
        return List.of(
                new JavaProgram(
                        "identity",
                        new JavaProgram.Listening(ports.of("identity"), null),
                        installed.helper(JavaCommand.signingJvm(HELPER_HEAP, options.perf()), "identity.IdentityMain"),
                        home,
                        settings.identity(),
                        new HttpProbe(ports.of("identity"), "/.well-known/openid-configuration")),
                new JavaProgram(
                        "payment-simulator",
                        new JavaProgram.Listening(ports.of("payment-simulator"), null),
                        installed.helper(jvm, "provider.PaymentSimulatorMain"),
                        home,
                        settings.paymentSimulator(),
                        new HttpProbe(
                                ports.of("payment-simulator"),
                                "/_control/books",
                                secrets.of("provider.control-token"))),
                new JavaProgram(
                        "mail",
                        new JavaProgram.Listening(ports.of("mail"), null, ports.of("mail-smtp")),
                        installed.helper(jvm, "mail.MailSinkMain"),
                        home,
                        settings.mail(),
                        new HttpProbe(ports.of("mail"), "/api/v1/messages")));
    }

    private static List<Program> services(
            FleetHome home, FleetOptions options, Secrets secrets, Databases databases, Installation installed) {
        var settings = new ServiceSettings(options, secrets, databases);
        var programs = new ArrayList<Program>();
        for (var service : ServiceNames.ALL) {
            for (int instance = 1; instance <= options.instancesOf(service); instance++) {
                programs.add(service(service, instance, home, options, settings, installed));
            }
        }
        return programs;
    }

    private static Program service(
            String service,
            int instance,
            FleetHome home,
            FleetOptions options,
            ServiceSettings settings,
            Installation installed) {
        Ports ports = options.ports();
        int management = ports.managementOf(service, instance);
        return new JavaProgram(
                instance == 1 ? service : service + "-" + instance,
                new JavaProgram.Listening(ports.of(service, instance), management),
                installed.service(JavaCommand.jvm(heapOf(service), options.perf()), service),
                home,
                settings.of(service, instance),
                new HttpProbe(management, "/actuator/health/readiness"));
    }

    private static Program auditor(
            FleetHome home, FleetOptions options, Secrets secrets, Databases databases, Installation installed) {
        int management = options.ports().managementOf("auditor", 1);
        return new JavaProgram(
                AUDITOR,
                new JavaProgram.Listening(management, management),
                installed.auditor(JavaCommand.jvm(AUDITOR_HEAP, options.perf())),
                home,
                new AuditorSettings(options.ports(), secrets, databases).all(),
                new HttpProbe(management, "/actuator/health/readiness"));
    }

    private static int heapOf(String service) {
        return switch (service) {
            case "gateway", "waiting-room", "inventory", "payment" -> 192;
            default -> 128;
        };
    }
}
