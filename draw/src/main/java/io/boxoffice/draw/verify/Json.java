package io.boxoffice.draw.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON object, strictly: UTF-8, no member twice, nothing after it is touched. Values are Map, List, String, Long (any
 * other number is no part of a draw and refused), Boolean, or {@link #NULL}.
 */
final class Json {

    static final Object NULL = new Object();

    private static final int DEEPEST = 8;
    private static final int LONGEST = 1 << 16;

    private final Source source;

    private Json(Source source) {
        this.source = source;
    }

    static Map<String, Object> object(Source source) throws IOException, Unreadable {
        source.skipSpace();
        return new Json(source).object(1);
    }

    private Object value(int depth) throws IOException, Unreadable {
        return switch (source.peek()) {
            case '{' -> object(depth + 1);
            case '[' -> list(depth + 1);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", NULL);
            default -> source.number();
        };
    }

    private Map<String, Object> object(int depth) throws IOException, Unreadable {
        var members = new LinkedHashMap<String, Object>();
        open("{", depth);
        if (source.takeIf('}')) {
            return members;
        }
        do {
            source.skipSpace();
            var name = string();
            source.skipSpace();
            source.expect(":");
            source.skipSpace();
            if (members.put(name, value(depth)) != null) {
                throw source.unreadable("%s is there twice".formatted(name));
            }
            source.skipSpace();
        } while (source.takeIf(','));
        source.expect("}");
        return members;
    }

    private List<Object> list(int depth) throws IOException, Unreadable {
        var values = new ArrayList<>();
        open("[", depth);
        if (source.takeIf(']')) {
            return values;
        }
        do {
            source.skipSpace();
            values.add(value(depth));
            source.skipSpace();
        } while (source.takeIf(','));
        source.expect("]");
        return values;
    }

    private void open(String bracket, int depth) throws IOException, Unreadable {
        if (depth > DEEPEST) {
            throw source.unreadable("nested too deeply");
        }
        source.expect(bracket);
        source.skipSpace();
    }

    private Object word(String word, Object value) throws IOException, Unreadable {
        source.expect(word);
        return value;
    }

    private String string() throws IOException, Unreadable {
        source.expect("\"");
        var bytes = new ByteArrayOutputStream();
        while (!source.takeIf('"')) {
            int next = source.take();
            if (next < ' ' || bytes.size() > LONGEST) {
                throw source.unreadable("a string does not end");
            }
            if (next == '\\') {
                bytes.writeBytes(escaped().getBytes(StandardCharsets.UTF_8));
            } else {
                bytes.write(next);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw source.unreadable("not UTF-8");
        }
    }

    private String escaped() throws IOException, Unreadable {
        return switch (source.take()) {
            case '"' -> "\"";
            case '\\' -> "\\";
            case '/' -> "/";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> unicode();
            default -> throw source.unreadable("an unknown escape");
        };
    }

    private String unicode() throws IOException, Unreadable {
        char first = unit();
        if (!Character.isSurrogate(first)) {
            return String.valueOf(first);
        }
        source.expect("\\u");
        char second = unit();
        if (!Character.isSurrogatePair(first, second)) {
            throw source.unreadable("half a character");
        }
        return new String(new char[] {first, second});
    }

    private char unit() throws IOException, Unreadable {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(source.take(), 16);
            if (digit < 0) {
                throw source.unreadable("four hexadecimal digits were expected");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }
}
