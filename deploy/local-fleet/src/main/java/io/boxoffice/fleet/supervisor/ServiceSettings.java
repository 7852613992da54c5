package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.infra.Database;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.Secrets;
import io.boxoffice.fleet.settings.ServiceNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The settings file of each of the nine services: canonical Spring names, as any other deployment would set them. */
final class ServiceSettings {
    private static final String LOCALHOST = "127.0.0.1";
    private static final Set<String> ON_REDIS = Set.of("gateway", "waiting-room", "inventory", "event", "fraud");

    private final FleetOptions options;
    private final Secrets secrets;
    private final Databases databases;

    ServiceSettings(FleetOptions options, Secrets secrets, Databases databases) {
        this.options = options;
        this.secrets = secrets;
        this.databases = databases;
    }

    Map<String, String> of(String service, int instance) {
        var ports = options.ports();
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.address", LOCALHOST);
        settings.put("server.port", Integer.toString(ports.of(service, instance)));
        settings.put("management.server.address", LOCALHOST);
        settings.put("management.server.port", Integer.toString(ports.managementOf(service, instance)));
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.kafka.bootstrap-servers", LOCALHOST + ":" + ports.of("kafka"));
        settings.put(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:" + ports.of("identity"));
        settings.put("boxoffice.client.id", "svc-" + service);
        settings.put("boxoffice.client.secret", secrets.of("client.svc-" + service));
        for (var name : ServiceNames.ALL) {
            settings.put("boxoffice.services." + name, instancesOf(name));
        }
        databases.ownedBy(service).ifPresent(database -> datasource(settings, database));
        if (ON_REDIS.contains(service)) {
            redis(settings);
        }
        settings.putAll(own(service));
        settings.putAll(options.forServices());
        return settings;
    }

    /** The addresses of all instances, the first one first; of a service that does not run, where it would be. */
    private String instancesOf(String service) {
        return IntStream.rangeClosed(1, Math.max(1, options.instancesOf(service)))
                .mapToObj(instance -> url("http", options.ports().of(service, instance)))
                .collect(Collectors.joining(","));
    }

    private void datasource(Map<String, String> settings, Database database) {
        settings.put("spring.datasource.url", databases.url("postgres", database.name()));
        settings.put("spring.datasource.username", database.role());
        settings.put("spring.datasource.password", database.password());
    }

    private void redis(Map<String, String> settings) {
        settings.put("spring.data.redis.host", LOCALHOST);
        settings.put("spring.data.redis.port", "" + options.ports().of("redis"));
    }

    private Map<String, String> own(String service) {
        var ports = options.ports();
        return switch (service) {
            case "gateway" ->
                Map.of(
                        "gateway.trusted-proxies",
                        LOCALHOST + "/32",
                        "gateway.web.payment-provider",
                        url("http", ports.of("payment-simulator")));
            // nine services on one machine: it is full long before it is overloaded
            case "waiting-room" -> Map.of("waiting-room.admission.target-p95", "2s");
            case "inventory" -> shards();
            case "payment" ->
                Map.of(
                        "payment.provider.base-url", url("http", ports.of("payment-simulator")),
                        "payment.provider.secret-key", secrets.of("provider.secret-key", "sk_test_"),
                        "payment.provider.publishable-key", secrets.of("provider.publishable-key", "pk_test_"),
                        "payment.provider.webhook-secret", secrets.of("provider.webhook-secret", "whsec_"));
            case "notification" ->
                Map.of(
                        "spring.mail.host",
                        LOCALHOST,
                        "spring.mail.port",
                        "" + ports.of("mail-smtp"),
                        "notification.mail-log-url",
                        url("http", ports.of("mail")),
                        "notification.letter.web-url",
                        "http://localhost:" + ports.of("gateway"));
            default -> Map.of();
        };
    }

    private Map<String, String> shards() {
        var settings = new LinkedHashMap<String, String>();
        for (var shard : Databases.SHARDS) {
            var seats = databases.seats(shard);
            settings.put("inventory.shards." + shard + ".url", databases.url("postgres-" + shard, seats.name()));
            settings.put("inventory.shards." + shard + ".username", seats.role());
            settings.put("inventory.shards." + shard + ".password", seats.password());
        }
        return settings;
    }

    private static String url(String scheme, int port) {
        return "%s://%s:%d".formatted(scheme, LOCALHOST, port);
    }
}
