package io.boxoffice.gateway.apidoc;

import static io.boxoffice.gateway.route.Service.EVENT;
import static io.boxoffice.gateway.route.Service.INVENTORY;
import static io.boxoffice.gateway.route.Service.PAYMENT;
import static io.boxoffice.gateway.route.Service.RESALE;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.gateway.route.Service;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MergeTests {

    private static final JsonNode ALL = Merge.of(recorded(EVENT, INVENTORY, PAYMENT, RESALE));

    @Test
    void aGeneratorOfClientsHasNothingToSayAboutIt() {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(ALL.toString(), null, options);

        assertThat(parsed.getMessages()).isNullOrEmpty();
        assertThat(operationIds(parsed.getOpenAPI())).hasSizeGreaterThan(30).doesNotHaveDuplicates();
        assertThat(parsed.getOpenAPI().getServers())
                .singleElement()
                .matches(server -> server.getUrl().equals("/"));
    }

    @Test
    void everyPointerLeadsSomewhere() {
        assertThat(pointers(ALL))
                .isNotEmpty()
                .allSatisfy(pointer ->
                        assertThat(ALL.at(pointer.substring(1)).isObject()).isTrue());
    }

    @Test
    void whatTwoServicesCallTheSameKeepsApart() {
        var schemas = ALL.at("/components/schemas");

        // a ticket of inventory and one in a listing have little in common
        assertThat(schemas.path("Ticket")).isEqualTo(Recorded.of(INVENTORY).at("/components/schemas/Ticket"));
        assertThat(schemas.path("ResaleTicket")).isEqualTo(Recorded.of(RESALE).at("/components/schemas/Ticket"));
        assertThat(pointers(schemas.path("ListingView")))
                .contains("#/components/schemas/ResaleTicket")
                .doesNotContain("#/components/schemas/Ticket");
    }

    @Test
    void whatPointsToSomethingRenamedIsRenamedToo() {
        var merged = Merge.of(new TreeMap<>(Map.of(
                INVENTORY, pageOf("string", "/api/v1/scan-keys"),
                PAYMENT, pageOf("integer", "/api/v1/payment-config"))));

        assertThat(merged.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("Page", "Item", "PaymentPage", "PaymentItem");
        assertThat(pointers(merged.at("/components/schemas/PaymentPage")))
                .containsExactly("#/components/schemas/PaymentItem");
        assertThat(pointers(merged.at("/paths/~1api~1v1~1payment-config")))
                .containsExactly("#/components/schemas/PaymentPage");
    }

    @Test
    void onlyWhatTheRouteTableServesIsDescribed() {
        var told = Recorded.JSON.readTree("""
                {"paths":{"/internal/orders":{"get":{"schema":{"$ref":"#/components/schemas/Secret"}}},
                 "/api/v1/scan-keys":{"get":{},"delete":{}},"/api/v1/venues":{"get":{}}},
                 "components":{"schemas":{"Secret":{"type":"string"}}}}""");

        var merged = Merge.of(new TreeMap<>(Map.of(INVENTORY, told)));

        assertThat(merged.path("paths").propertyNames()).containsExactly("/api/v1/scan-keys");
        assertThat(merged.at("/paths/~1api~1v1~1scan-keys").propertyNames()).containsExactly("get");
        assertThat(merged.at("/components/schemas").isMissingNode()).isTrue();
    }

    @Test
    void theTableSaysWhoNeedsABearerToken() {
        assertThat(ALL.at("/paths/~1api~1v1~1orders/get/security/0/bearer").isArray())
                .isTrue();
        assertThat(ALL.at("/paths/~1api~1v1~1payment-config/get/security").isEmpty())
                .isTrue();
        assertThat(ALL.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void whoIsMissingIsNamed() {
        assertThat(ALL.at("/info/x-boxoffice-missing").valueStream().map(JsonNode::asString))
                .containsExactly("waiting-room", "notification", "analytics", "fraud");
        assertThat(ALL.at("/info/description").asString()).contains("waiting-room", "fraud");
    }

    private static List<String> operationIds(OpenAPI api) {
        return api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getOperationId)
                .toList();
    }

    private static List<String> pointers(JsonNode node) {
        return node.findValues("$ref").stream().map(JsonNode::asString).toList();
    }

    private static JsonNode pageOf(String item, String path) {
        return Recorded.JSON.readTree("""
                {"paths":{"%s":{"get":{"schema":{"$ref":"#/components/schemas/Page"}}}},
                 "components":{"schemas":{"Page":{"items":{"$ref":"#/components/schemas/Item"}},"Item":{"type":"%s"}}}}""".formatted(path, item));
    }

    private static Map<Service, JsonNode> recorded(Service... services) {
        return new TreeMap<>(Arrays.stream(services).collect(Collectors.toMap(service -> service, Recorded::of)));
    }
}
