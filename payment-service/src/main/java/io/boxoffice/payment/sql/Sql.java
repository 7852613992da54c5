package io.boxoffice.payment.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The statements that have files of their own. */
public final class Sql {
    private Sql() {}

    /** The text of {@code <name>.sql}; the name starts with its feature, as in {@code order/move-order}. */
    public static String of(String name) {
        try {
            return new ClassPathResource(name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
