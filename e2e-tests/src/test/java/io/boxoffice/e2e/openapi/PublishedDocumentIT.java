package io.boxoffice.e2e.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.FleetExtension;
import io.boxoffice.e2e.TestFleet;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.client.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/openapi.json} is what the gateway really tells: clients are generated from it. */
@ExtendWith(FleetExtension.class)
class PublishedDocumentIT {

    private static final Path DOCUMENT = Path.of("../docs/openapi.json");
    private static final String UPDATE =
            "./mvnw -pl e2e-tests verify -Dit.test=PublishedDocumentIT -Dupdate writes docs/openapi.json anew";

    @Test
    void theDocumentInTheRepositoryIsTheOneTheGatewayTells(TestFleet fleet) throws Exception {
        var gateway = HttpExchange.to(fleet.credentials().gateway(), 4);
        Answer answer = Awaitility.await("the description of every service")
                .atMost(Duration.ofMinutes(3))
                .until(() -> gateway.send(Call.get("docs", "/api/docs/openapi.json")), PublishedDocumentIT::complete);
        if (System.getProperty("update") != null) {
            Files.writeString(DOCUMENT, Json.pretty(answer.json()) + "\n");
        }
        assertThat(Json.pretty(sorted(Json.tree(Files.readString(DOCUMENT)))))
                .as(UPDATE)
                .isEqualTo(Json.pretty(sorted(answer.json())));
    }

    private static boolean complete(Answer answer) {
        return answer.ok() && !answer.json().path("info").has("x-boxoffice-missing");
    }

    /** Services may describe themselves in another order each time they start. */
    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode sorted = JsonNodeFactory.instance.objectNode();
                object.propertyNames().stream().sorted().forEach(name -> sorted.set(name, sorted(object.get(name))));
                yield sorted;
            }
            case ArrayNode list -> {
                List<JsonNode> items = new ArrayList<>();
                list.forEach(item -> items.add(sorted(item)));
                items.sort(Comparator.comparing(JsonNode::toString));
                yield JsonNodeFactory.instance.arrayNode().addAll(items);
            }
            default -> node;
        };
    }
}
