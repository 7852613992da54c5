package io.boxoffice.event.image;

import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.organizer;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventApi.Answer;
import io.boxoffice.event.EventServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@EventServiceTest
class ImageIT {
    private static final int LARGEST = 10 * 1024 * 1024;

    @Autowired
    EventApi api;

    @Autowired
    JdbcClient jdbc;

    private final String organizer = organizer(UUID.randomUUID());

    @Test
    void anImageIsKeptOnceAndShownWithTheEvent() {
        var eventId = api.draft(organizer);
        var picture = picture(LARGEST);

        var first = upload(eventId, organizer, picture, "image/png");
        var second = upload(eventId, organizer, picture, "application/octet-stream");

        assertThat(first.status()).isEqualTo(201);
        var hash = first.body().path("hash").asString();
        assertThat(first.body().path("url").asString()).isEqualTo("/api/v1/images/" + hash);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.get(EVENTS + "/" + eventId, organizer).body().path("images"))
                .hasSize(1);
        assertThat(jdbc.sql("SELECT count(*) FROM images WHERE hash = ?")
                        .param(hash)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        var found = api.get("/api/v1/images/" + hash, null);
        assertThat(found.body().binaryValue()).isEqualTo(picture);
        assertThat(found.header("Content-Type")).isEqualTo("image/png");
        assertThat(found.header("Cache-Control")).isEqualTo("max-age=86400, public, immutable");
        assertThat(found.header("ETag")).isEqualTo('"' + hash + '"');
        assertThat(found.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.getUnlessMatches("/api/v1/images/" + hash, null, found.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverItsHeaderSays() {
        var eventId = api.draft(organizer);

        for (var content : new String[] {"", "<svg onload='alert(1)'/>", "GIF89a"}) {
            var answer = upload(eventId, organizer, content.getBytes(StandardCharsets.UTF_8), "image/png");
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.code()).isEqualTo("unsupported-media-type");
        }
    }

    @Test
    void anImageHasItsLimitAndEverythingElseTheUsualOne() {
        var eventId = api.draft(organizer);

        assertThat(upload(eventId, organizer, picture(LARGEST + 1), "image/png").code())
                .isEqualTo("body-too-large");
        assertThat(api.patch(eventId, organizer, "{\"name\":\"" + "x".repeat(300_000) + "\"}")
                        .code())
                .isEqualTo("body-too-large");
    }

    @Test
    void onlyItsOwnerAddsAnImageAndNotWithoutEnd() {
        var eventId = api.draft(organizer);

        assertThat(upload(eventId, organizer(UUID.randomUUID()), picture(20), "image/png")
                        .status())
                .isEqualTo(404);
        assertThat(upload(eventId, null, picture(20), "image/png").status()).isEqualTo(401);
        for (int i = 0; i < 20; i++) {
            assertThat(upload(eventId, organizer, picture(30 + i), "image/png").status())
                    .isEqualTo(201);
        }
        assertThat(upload(eventId, organizer, picture(100), "image/png").code()).isEqualTo("too-many-images");
    }

    @Test
    void anUnknownImageIsNotFound() {
        assertThat(api.get("/api/v1/images/" + "0".repeat(64), null).code()).isEqualTo("not-found");
        assertThat(api.get("/api/v1/images/x", null).code()).isEqualTo("not-found");
    }

    private Answer upload(UUID eventId, String token, byte[] content, String type) {
        return api.send(
                HttpMethod.POST, EVENTS + "/" + eventId + "/images", token, Map.of("Content-Type", type), content);
    }

    private static byte[] picture(int size) {
        return Arrays.copyOf(HexFormat.of().parseHex("89504e470d0a1a0a"), size);
    }
}
