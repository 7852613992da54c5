package io.boxoffice.waitingroom;

import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.embedded.RedisServer;

/** Three masters and a replica of each, as processes of their own. */
final class RedisCluster implements AutoCloseable {
    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;

    private final List<Integer> ports;
    private final List<RedisServer> servers;
    private final RedisClient client = RedisClient.create();

    RedisCluster() {
        ports = IntStream.range(0, 2 * MASTERS)
                .mapToObj(_ -> TestServers.freePort())
                .toList();
        servers = ports.stream().map(RedisCluster::start).toList();
        var buses = ports.stream()
                .map(port -> ask(port, redis -> config(redis, "cluster-port")))
                .toList();
        for (int i = 1; i < ports.size(); i++) {
            var other = i;
            ask(ports.getFirst(), redis -> meet(redis, ports.get(other), buses.get(other)));
        }
        for (int i = 0; i < MASTERS; i++) {
            var from = i * SLOTS / MASTERS;
            var slots = IntStream.range(from, (i + 1) * SLOTS / MASTERS).toArray();
            ask(ports.get(i), redis -> redis.clusterAddSlots(slots));
        }
        within(() -> ports.stream().allMatch(port -> knows(port) == 2 * MASTERS));
        for (int i = 0; i < MASTERS; i++) {
            var master = ask(ports.get(i), RedisCommands::clusterMyId);
            ask(ports.get(MASTERS + i), redis -> redis.clusterReplicate(master));
        }
        within(() -> ports.subList(MASTERS, ports.size()).stream()
                .allMatch(port -> ask(port, redis -> redis.info("replication")).contains("master_link_status:up")));
        within(() -> ports.stream()
                .allMatch(port -> ask(port, RedisCommands::clusterInfo).contains("cluster_state:ok")));
    }

    private static RedisServer start(int port) {
        try {
            var server = RedisServer.builder()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("dir " + Files.createTempDirectory("redis-cluster"))
                    .setting("save \"\"")
                    .setting("cluster-enabled yes")
                    .setting("cluster-port " + TestServers.freePort())
                    .setting("cluster-node-timeout 1000")
                    .setting("cluster-replica-validity-factor 0")
                    .build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String config(RedisCommands<String, String> redis, String name) {
        return redis.configGet(name).get(name);
    }

    private static String meet(RedisCommands<String, String> redis, int port, String bus) {
        var args = new CommandArgs<>(StringCodec.UTF8)
                .add("MEET")
                .add("127.0.0.1")
                .add(port)
                .add(bus);
        return redis.dispatch(CommandType.CLUSTER, new StatusOutput<>(StringCodec.UTF8), args);
    }

    private long knows(int port) {
        return ask(port, RedisCommands::clusterNodes)
                .lines()
                .filter(node -> !node.contains("handshake"))
                .count();
    }

    private static void within(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(condition);
    }

    private <T> T ask(int port, Function<RedisCommands<String, String>, T> question) {
        try (var connection = client.connect(RedisURI.create("127.0.0.1", port))) {
            return question.apply(connection.sync());
        }
    }

    String nodes() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** Which of the masters has this key. */
    int masterOf(String key) {
        var slot = SlotHash.getSlot(key);
        return IntStream.range(0, MASTERS)
                .filter(i -> slot < (i + 1) * SLOTS / MASTERS)
                .findFirst()
                .orElseThrow();
    }

    /** The process is gone at once, with what it had not sent to its replica. */
    void kill(int master) {
        var pid = ask(ports.get(master), redis -> redis.info("server"))
                .lines()
                .filter(line -> line.startsWith("process_id:"))
                .map(line ->
                        Long.parseLong(line.substring("process_id:".length()).strip()))
                .findFirst()
                .orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() {
        client.shutdown();
        servers.forEach(RedisServer::stop);
    }
}
