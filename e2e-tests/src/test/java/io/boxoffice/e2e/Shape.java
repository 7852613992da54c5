package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Asserts the fields of an answer word for word, one after another. */
final class Shape {

    private final JsonNode json;

    private Shape(JsonNode json) {
        this.json = json;
    }

    static Shape of(JsonNode json) {
        return new Shape(json);
    }

    Shape uuid(String... fields) {
        for (String field : fields) {
            assertThat(UUID.fromString(text(field)).toString()).isEqualTo(text(field));
        }
        return this;
    }

    Shape text(String... fields) {
        for (String field : fields) {
            assertThat(text(field)).as(field).isNotBlank();
        }
        return this;
    }

    Shape is(String field, String... values) {
        assertThat(text(field)).as(field + " of " + json).isIn((Object[]) values);
        return this;
    }

    Shape integer(String... fields) {
        for (String field : fields) {
            assertThat(json.path(field).isIntegralNumber())
                    .as(field + " of " + json)
                    .isTrue();
        }
        return this;
    }

    Shape decimal(String... fields) {
        for (String field : fields) {
            assertThat(json.path(field).isNumber()).as(field + " of " + json).isTrue();
            assertThat(json.path(field).decimalValue().stripTrailingZeros().scale())
                    .as(field)
                    .isLessThanOrEqualTo(2);
        }
        return this;
    }

    Shape time(String... fields) {
        for (String field : fields) {
            assertThat(text(field)).as(field).endsWith("Z");
            assertThat(Instant.parse(text(field))).isAfter(Instant.EPOCH);
        }
        return this;
    }

    Shape list(String... fields) {
        for (String field : fields) {
            assertThat(json.path(field).isArray()).as(field + " of " + json).isTrue();
        }
        return this;
    }

    Shape absent(String... fields) {
        for (String field : fields) {
            assertThat(json.path(field).isMissingNode() || json.path(field).isNull())
                    .as(field + " of " + json)
                    .isTrue();
        }
        return this;
    }

    private String text(String field) {
        assertThat(json.path(field).isString()).as(field + " of " + json).isTrue();
        return json.path(field).asString();
    }
}
