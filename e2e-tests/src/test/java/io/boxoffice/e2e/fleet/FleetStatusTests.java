package io.boxoffice.e2e.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FleetStatusTests {

    private static final String JSON = """
            {"state":"READY","supervisor":{"pid":7,"started_at":"2026-01-01T10:00:00Z"},
             "processes":[
               {"name":"payment","pid":12,"port":8083,"management_port":9083,"state":"READY","restarts":1},
               {"name":"mail","pid":null,"port":8092,"state":"DOWN","restarts":0}],
             "infrastructure":{
               "postgres":{"host":"127.0.0.1","port":15432,"superuser":{"username":"postgres","password":"s"},
                 "databases":{"payment":{"jdbc_url":"jdbc:postgresql://127.0.0.1:15432/payment","username":"payment","password":"p"}}},
               "shards":[
                 {"name":"shard-1","jdbc_url":"jdbc:postgresql://127.0.0.1:15433/seats","username":"seats","password":"a"},
                 {"name":"shard-2","jdbc_url":"jdbc:postgresql://127.0.0.1:15434/seats","username":"seats","password":"b"}],
               "kafka":{"bootstrap_servers":"127.0.0.1:19092"}}}
            """;

    private final FleetStatus status = FleetStatus.parse(JSON);

    @Test
    void everyShardHasItsOwnSeats() {
        assertThat(status.databases("seats")).extracting(Database::password).containsExactly("a", "b");
        assertThat(status.databases("payment")).extracting(Database::username).containsExactly("payment");
        assertThat(status.kafka()).isEqualTo("127.0.0.1:19092");
    }

    @Test
    void pidsAreThoseOfWhatRunsTheSupervisorIncluded() {
        assertThat(status.pids()).containsExactly(7L, 12L);
        assertThat(status.running()).isTrue();
        assertThat(status.process("payment")).get().matches(FleetProcess::ready);
        assertThat(status.process("mail")).get().matches(process -> !process.ready());
    }

    @Test
    void aStoppedFleetRunsNothing() {
        FleetStatus stopped = FleetStatus.parse("{\"state\":\"DOWN\",\"processes\":[]}");

        assertThat(stopped.running()).isFalse();
        assertThat(stopped.pids()).isEmpty();
    }
}
