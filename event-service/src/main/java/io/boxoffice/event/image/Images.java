package io.boxoffice.event.image;

import io.boxoffice.common.web.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures we keep. */
@Repository
public class Images {
    /** Where a picture is, up to its hash. */
    public static final String PATH = "/api/v1/images/";

    private final JdbcClient jdbc;

    record Image(String mediaType, byte[] content) {}

    Images(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Looks at a picture.
     *
     * @throws ProblemException 415 {@code unsupported-media-type} when it is none
     */
    public static NewImage read(byte[] content) {
        var type = ImageType.of(content)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "Send the bytes of a PNG, JPEG or WebP picture."));
        return new NewImage(HexFormat.of().formatHex(sha256(content)), type.mediaType(), content);
    }

    /** Keeps a picture, once however often it comes. */
    public void add(NewImage image) {
        jdbc.sql("INSERT INTO images (hash, media_type, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(image.hash(), image.mediaType(), image.content())
                .update();
    }

    Optional<Image> find(String hash) {
        return jdbc.sql("SELECT media_type, content FROM images WHERE hash = ?")
                .param(hash)
                .query((row, number) -> new Image(row.getString("media_type"), row.getBytes("content")))
                .optional();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
