package io.boxoffice.waitingroom.presale;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PrintedCodeTests {
    private final Codes codes = Codes.of(UUID.randomUUID());
    private final PresaleKey key = new PresaleKey(codes.event(), codes.key(), 10);

    @Test
    void eventServicesCodesAreGenuine() {
        var known = new JsonMapper().readTree(GoldenFiles.read("event-service", "presale-codes"));
        var event = UUID.fromString(known.path("event_id").asString());
        var golden = new PresaleKey(event, known.path("key").binaryValue(), 1);

        assertThat(known.path("codes").valueStream()).isNotEmpty().allSatisfy(one -> {
            var code = PrintedCode.read(one.path("code").asString()).orElseThrow();
            assertThat(code.serial()).isEqualTo(one.path("serial").asInt());
            assertThat(code.isMadeWith(golden)).isTrue();
            assertThat(new Codes(event, golden.key()).code(code.serial()))
                    .isEqualTo(one.path("code").asString());
        });
    }

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        var text = codes.code(7);
        var code = PrintedCode.read(text).orElseThrow();

        assertThat(PrintedCode.read(text.toLowerCase(Locale.ROOT))).contains(code);
        assertThat(PrintedCode.read(text.replace("-", ""))).contains(code);
        assertThat(PrintedCode.read(text.replace('0', 'o').replace('1', 'l'))).contains(code);
        assertThat(PrintedCode.read("-" + text.replace('0', 'O').replace('1', 'I') + "--"))
                .contains(code);
    }

    @Test
    void aCodeWithAnyLetterChangedIsForged() {
        var text = codes.code(7);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-') {
                var other = text.charAt(i) == 'A' ? 'B' : 'A';
                var forged = PrintedCode.read(text.substring(0, i) + other + text.substring(i + 1));
                assertThat(forged).isPresent().get().matches(code -> !code.isMadeWith(key));
            }
        }
    }

    @Test
    void aCodeIsItsOwnEventsAlone() {
        var code = PrintedCode.read(codes.code(7)).orElseThrow();

        assertThat(code.isMadeWith(key)).isTrue();
        assertThat(code.isMadeWith(new PresaleKey(UUID.randomUUID(), codes.key(), 10)))
                .isFalse();
        assertThat(code.isMadeWith(new PresaleKey(codes.event(), new byte[32], 10)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "0000",
                "0000-0000-0000-000",
                "0000-0000-0000-00000",
                "UUUU-0000-0000-0000",
                "0000 0000 0000 0000",
                "0000_0000_0000_0000",
                "٠٠٠٠-0000-0000-0000",
                "0000-0000-0000-000\u0000",
                "ſſſſ-0000-0000-0000"
            })
    void whatIsNotOfItsFormIsNone(String text) {
        assertThat(PrintedCode.read(text)).isEmpty();
    }
}
