package io.boxoffice.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

    @Test
    void aCursorIsReadBack() {
        var position = new Position(Instant.parse("2027-08-15T19:00:00.123456Z"), UUID.randomUUID());

        assertThat(Position.read(position.cursor())).contains(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "AAAA",
                "////////////////////////////////",
                "f_________________________________________",
                "f_______________________________",
                "gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "0198f3a4-7c00-7000-8000-000000000001"
            })
    void whatWeNeverGaveIsNoCursor(String cursor) {
        assertThat(Position.read(cursor)).isEmpty();
    }
}
