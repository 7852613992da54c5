package io.boxoffice.e2e.bench.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A connection to Redis that can have many commands under way. */
public final class RedisLink implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    /** Connects to a Redis of this machine. */
    public RedisLink(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** Sends a command and waits for its answer: a Long, a String, a list of these, or null. */
    public Object call(Object... words) throws IOException {
        send(List.of(words));
        flush();
        return receive();
    }

    /** Puts a command on its way; words are byte arrays or written as text. */
    public void send(List<?> words) throws IOException {
        write("*" + words.size() + "\r\n");
        for (Object word : words) {
            byte[] bytes = word instanceof byte[] raw ? raw : word.toString().getBytes(StandardCharsets.UTF_8);
            write("$" + bytes.length + "\r\n");
            out.write(bytes);
            write("\r\n");
        }
    }

    /** Sends what was put on its way. */
    public void flush() throws IOException {
        out.flush();
    }

    /** The next answer. */
    public Object receive() throws IOException {
        String line = line();
        return switch (line.charAt(0)) {
            case ':' -> Long.valueOf(line.substring(1));
            case '+' -> line.substring(1);
            case '$' -> bulk(Integer.parseInt(line.substring(1)));
            case '*' -> array(Integer.parseInt(line.substring(1)));
            default -> throw new IOException("Redis refused: " + line);
        };
    }

    private Object bulk(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        String text = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        in.skipNBytes(2);
        return text;
    }

    private Object array(int length) throws IOException {
        List<Object> items = new ArrayList<>(Math.max(0, length));
        for (int item = 0; item < length; item++) {
            items.add(receive());
        }
        return items;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("Redis hung up");
            }
            line.append((char) next);
        }
        in.skipNBytes(1);
        return line.toString();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What {@code INFO} tells in a section. */
    public Map<String, String> info(String section) throws IOException {
        return call("INFO", section)
                .toString()
                .lines()
                .filter(line -> line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')), line -> line.substring(line.indexOf(':') + 1)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
