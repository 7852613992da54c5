package io.boxoffice.fleet.infra;

import io.boxoffice.fleet.settings.PrivateFiles;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** One Kafka node, broker and controller in one, with every internal topic on itself alone. */
public final class KafkaBroker implements Program {
    private static final int NODE = 1;
    private static final short API_VERSIONS = 18;

    private final int port;
    private final int controllerPort;
    private final Path data;
    private final List<String> java;

    /** @param java the command that runs a main class with Kafka on its class path, without the main class */
    public KafkaBroker(int port, int controllerPort, Path data, List<String> java) {
        this.port = port;
        this.controllerPort = controllerPort;
        this.data = data;
        this.java = List.copyOf(java);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public int[] ports() {
        return new int[] {port, controllerPort};
    }

    @Override
    public Launch prepare() throws IOException {
        var log = data.resolve("log");
        Files.createDirectories(log);
        if (!Files.exists(log.resolve("meta.properties"))) {
            format(log);
        }
        var configuration = data.resolve("server.properties");
        PrivateFiles.write(configuration, configuration(log));
        var command = new ArrayList<>(java);
        command.addAll(List.of("kafka.Kafka", configuration.toString()));
        return Launch.of(command);
    }

    /** Requests are answered only once the broker has caught up and is registered, so any answer will do. */
    @Override
    public boolean isReady() throws IOException {
        try (var socket = Sockets.open(port)) {
            var client = "boxoffice".getBytes(StandardCharsets.US_ASCII);
            var request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(2 + 2 + 4 + 2 + client.length);
            request.writeShort(API_VERSIONS);
            request.writeShort(0);
            request.writeInt(NODE);
            request.writeShort(client.length);
            request.write(client);
            request.flush();
            var response = new DataInputStream(socket.getInputStream());
            return response.readInt() > 0 && response.readInt() == NODE && response.readShort() == 0;
        }
    }

    @Override
    public Duration mayStopWithin() {
        return Duration.ofSeconds(20);
    }

    private static void format(Path log) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IOException("cannot format Kafka's storage in " + log, e);
        }
    }

    private String configuration(Path log) {
        return """
                # written at every start
                process.roles=broker,controller
                node.id=%1$d
                controller.quorum.voters=%1$d@127.0.0.1:%3$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%3$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%4$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=4
                group.initial.rebalance.delay.ms=0
                # a small heap: the cleaner alone would take 128 MB
                log.cleaner.dedupe.buffer.size=8388608
                log.index.size.max.bytes=1048576
                num.network.threads=2
                num.io.threads=4
                """.formatted(NODE, port, controllerPort, log);
    }
}
