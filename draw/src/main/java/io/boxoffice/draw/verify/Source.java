package io.boxoffice.draw.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream of bytes that can be looked at one byte ahead. */
final class Source {

    static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int limit;
    private long line = 1;

    Source(InputStream in) {
        this.in = in;
    }

    int peek() throws IOException {
        if (next == limit) {
            next = 0;
            limit = Math.max(0, in.read(buffer));
            if (limit == 0) {
                return END;
            }
        }
        return buffer[next] & 0xff;
    }

    int take() throws IOException {
        int taken = peek();
        if (taken != END) {
            next++;
            line += taken == '\n' ? 1 : 0;
        }
        return taken;
    }

    boolean takeIf(int wanted) throws IOException {
        boolean there = peek() == wanted;
        if (there) {
            take();
        }
        return there;
    }

    void expect(String text) throws IOException, Unreadable {
        for (byte wanted : text.getBytes(StandardCharsets.US_ASCII)) {
            if (!takeIf(wanted)) {
                throw unreadable("%s was expected".formatted(text.strip()));
            }
        }
    }

    void skipSpace() throws IOException {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            take();
        }
    }

    /** A number as JSON writes it, without sign, fraction or leading zeros. */
    long number() throws IOException, Unreadable {
        boolean zero = peek() == '0';
        long number = 0;
        int digits = 0;
        while (peek() >= '0' && peek() <= '9') {
            number = number * 10 + take() - '0';
            digits++;
        }
        if (digits == 0 || digits > 18 || zero && digits > 1) {
            throw unreadable("a whole number was expected");
        }
        return number;
    }

    Unreadable unreadable(String why) {
        return new Unreadable("line %d: %s".formatted(line, why));
    }
}
