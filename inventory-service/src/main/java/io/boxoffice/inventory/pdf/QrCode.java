package io.boxoffice.inventory.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.openpdf.text.pdf.PdfContentByte;

/** A QR code of rectangles, sharp at any size. */
final class QrCode {
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);

    private QrCode() {}

    /** Draws it with its lower left corner at x, y; the quiet zone around it is the caller's to leave. */
    static void draw(PdfContentByte canvas, String text, float x, float y, float size) {
        var modules = modules(text);
        float module = size / modules.getWidth();
        for (int row = 0; row < modules.getHeight(); row++) {
            int from = 0;
            while (from < modules.getWidth()) {
                int to = from;
                while (to < modules.getWidth() && modules.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    canvas.rectangle(x + from * module, y + size - (row + 1) * module, (to - from) * module, module);
                }
                from = to + 1;
            }
        }
        canvas.fill();
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException("a ticket's code does not fit into a QR code", e);
        }
    }
}
