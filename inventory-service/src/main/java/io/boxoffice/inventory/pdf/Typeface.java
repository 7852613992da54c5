package io.boxoffice.inventory.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.core.io.ClassPathResource;

/** Liberation Sans, embedded: names of shows and halls come in every alphabet of Europe. */
final class Typeface {
    static final BaseFont REGULAR = load("LiberationSans-Regular.ttf");
    static final BaseFont BOLD = load("LiberationSans-Bold.ttf");

    private Typeface() {}

    private static BaseFont load(String file) {
        try {
            var bytes = new ClassPathResource("liberation/" + file).getContentAsByteArray();
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
