package io.boxoffice.event.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTypeTests {

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a00, PNG",
        "ffd8ffe000104a4649, JPEG",
        "524946462400000057454250, WEBP",
    })
    void aPictureIsKnownByItsFirstBytes(String hex, ImageType type) {
        assertThat(ImageType.of(HexFormat.of().parseHex(hex))).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RIFF", "RIFF....WAVE", "GIF89a", "<svg onload='alert(1)'/>", "\u0089PNG"})
    void everythingElseIsNone(String content) {
        assertThat(ImageType.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }
}
