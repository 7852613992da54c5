package io.boxoffice.analytics;

import io.boxoffice.analytics.Messages.Message;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.common.test.TestServers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole service on real servers, which can be stopped and started again, and what others tell it. */
final class Instance implements AutoCloseable {
    static final UUID ORGANIZER = UUID.randomUUID();
    static final String OPS = TestIssuer.token(UUID.randomUUID(), "OPS");

    private final TestServers.Database database;
    private final KafkaProducer<String, byte[]> others = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.kafka()), new StringSerializer(), new ByteArraySerializer());
    private final JsonMapper json = JsonMapper.shared();
    private final Path stateDir;
    private @Nullable ConfigurableApplicationContext app;

    /** The only one on its database. */
    Instance(Path stateDir) {
        this(stateDir, TestServers.freshDatabase());
    }

    private Instance(Path stateDir, TestServers.Database database) {
        this.stateDir = stateDir;
        this.database = database;
    }

    /** One more on the same database. */
    Instance another(Path itsStateDir) {
        return new Instance(itsStateDir, database);
    }

    void start() {
        start(new SpringApplicationBuilder(AnalyticsApplication.class, KafkaConnection.class));
    }

    /** Starts it with a broker of which nothing but this address is known. */
    void startWithBrokerAt(String address) {
        start(new SpringApplicationBuilder(AnalyticsApplication.class), "--spring.kafka.bootstrap-servers=" + address);
    }

    private void start(SpringApplicationBuilder application, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--analytics.state-dir=" + stateDir,
                "--analytics.check-every=200ms",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.uri()));
        app = application.run(arguments.toArray(String[]::new));
    }

    void stop() {
        if (app != null) {
            app.close();
        }
    }

    void loseState() throws IOException {
        FileSystemUtils.deleteRecursively(stateDir);
    }

    <T> T bean(Class<T> type) {
        return app.getBean(type);
    }

    void hear(Message... messages) throws ExecutionException, InterruptedException {
        for (var message : messages) {
            others.send(message.record()).get();
        }
    }

    boolean hasTopics() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            return admin.listTopics().names().get().contains("boxoffice.queue");
        }
    }

    RestTestClient at(String port) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + app.getEnvironment().getProperty(port))
                .build();
    }

    RestTestClient.ResponseSpec get(String path, String token) {
        return at("local.server.port")
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    int generation() {
        return bean(JdbcClient.class)
                .sql("SELECT generation FROM generations WHERE state = 'SERVING'")
                .query(Integer.class)
                .single();
    }

    /** How many rows are kept of a count. */
    int rowsOf(int generation) {
        return bean(JdbcClient.class)
                .sql("SELECT (SELECT count(*) FROM totals WHERE generation = :g)"
                        + " + (SELECT count(*) FROM minutes WHERE generation = :g)")
                .param("g", generation)
                .query(Integer.class)
                .single();
    }

    RestTestClient.ResponseSpec rebuild(String token) {
        return at("local.server.port")
                .post()
                .uri("/internal/analytics/rebuild")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    /** The summary without the time it was read. */
    JsonNode summary(Messages event) {
        var summary = (ObjectNode) read(event, "summary");
        summary.remove("as_of");
        return summary;
    }

    JsonNode read(Messages event, String what) {
        var body = get("/api/v1/analytics/events/" + event.eventId() + "/" + what, OPS)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return json.readTree(body);
    }

    @Override
    public void close() {
        stop();
        others.close();
    }
}
