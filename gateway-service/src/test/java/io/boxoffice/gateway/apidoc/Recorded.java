package io.boxoffice.gateway.apidoc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boxoffice.gateway.route.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What services have said of themselves. */
final class Recorded {

    static final JsonMapper JSON = new JsonMapper();

    private Recorded() {}

    static String text(Service service) {
        try {
            return new ClassPathResource("apidoc/" + service.key() + ".json").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode of(Service service) {
        return JSON.readTree(text(service));
    }
}
