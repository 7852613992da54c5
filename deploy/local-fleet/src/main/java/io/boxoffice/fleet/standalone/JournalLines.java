package io.boxoffice.fleet.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The form of a journal: {@code <8 hex digits of CRC-32> <payload>\n}. */
final class JournalLines {
    static final int PREFIX = 9;
    private static final HexFormat HEX = HexFormat.of();

    private JournalLines() {}

    static ByteBuffer framed(byte[] payload) {
        return ByteBuffer.allocate(PREFIX + payload.length + 1)
                .put(HEX.toHexDigits(checksum(payload)).getBytes(US_ASCII))
                .put((byte) ' ')
                .put(payload)
                .put((byte) '\n')
                .flip();
    }

    /** Reads sound lines until the file ends or one is torn; returns where the sound part ends. */
    static long readAll(FileChannel channel, Journal.Reader reader) throws IOException {
        var buffer = new byte[1 << 16];
        int filled = 0;
        long start = 0;
        while (true) {
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, filled * 2);
            }
            int count = channel.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled), start + filled);
            if (count < 0) {
                return start;
            }
            int scanned = filled;
            filled += count;
            int from = 0;
            for (int at = scanned; at < filled; at++) {
                if (buffer[at] == '\n') {
                    var payload = payload(buffer, from, at);
                    if (payload.length == 0) {
                        return start + from;
                    }
                    reader.line(new Position(start + from + PREFIX, payload.length), payload);
                    from = at + 1;
                }
            }
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            start += from;
            filled -= from;
        }
    }

    /** The payload of one line, empty when it is not what was written. */
    private static byte[] payload(byte[] buffer, int from, int to) {
        if (to - from <= PREFIX || buffer[from + PREFIX - 1] != ' ') {
            return new byte[0];
        }
        var payload = Arrays.copyOfRange(buffer, from + PREFIX, to);
        var written = new String(buffer, from, PREFIX - 1, US_ASCII);
        return written.equals(HEX.toHexDigits(checksum(payload))) ? payload : new byte[0];
    }

    private static int checksum(byte[] payload) {
        var crc = new CRC32();
        crc.update(payload);
        return (int) crc.getValue();
    }
}
