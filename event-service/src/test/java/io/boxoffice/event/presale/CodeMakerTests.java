package io.boxoffice.event.presale;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.event.WireJson;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CodeMakerTests {

    @Test
    void codesAreWhatEverybodyElseMakesOfKeyAndSerial() {
        var known = WireJson.golden("presale-codes");
        var eventId = UUID.fromString(known.path("event_id").asString());
        var maker = new CodeMaker(eventId, known.path("key").binaryValue());

        assertThat(known.path("codes").valueStream())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(maker.code(one.path("serial").asInt()))
                        .isEqualTo(one.path("code").asString()));
    }

    @Test
    void noTwoCodesAreTheSame() {
        var maker = new CodeMaker(UUID.randomUUID(), new byte[32]);
        var codes = new HashSet<String>();
        for (int serial = 0; serial < 10_000; serial++) {
            codes.add(maker.code(serial));
        }

        assertThat(codes).hasSize(10_000).allMatch(code -> code.matches("(?:[0-9A-HJKMNP-TV-Z]{4}-?){4}"));
    }
}
