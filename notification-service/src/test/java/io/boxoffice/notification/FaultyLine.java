package io.boxoffice.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A line to an SMTP server, on which one thing goes wrong when a test says so. It knows the dialogue, step by step. */
public final class FaultyLine {

    /** What goes wrong, once. */
    public sealed interface Fault {
        /** The server refuses this command ({@code RCPT}, {@code .}) with this reply. */
        record Refuse(String command, String reply) implements Fault {}

        /** The server has accepted the message, but its answer is lost. */
        record LoseAnswer() implements Fault {}

        /** The dot never reaches the server. */
        record LoseDot() implements Fault {}
    }

    private final IntSupplier server;
    private final AtomicReference<@Nullable Fault> fault = new AtomicReference<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable ServerSocket listening;
    private int port;

    FaultyLine(IntSupplier server) {
        this.server = server;
    }

    public int port() {
        return port;
    }

    /** How many connections there have been. */
    public int connections() {
        return connections.get();
    }

    public void next(Fault next) {
        fault.set(next);
    }

    /** Opens the line, on the same port each time. */
    public void up() {
        try {
            var socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            port = socket.getLocalPort();
            listening = socket;
            Thread.ofVirtual().start(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody gets through any more. */
    public void down() throws IOException {
        var socket = listening;
        if (socket != null) {
            socket.close();
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> dialogue(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void dialogue(Socket client) {
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server.getAsInt())) {
            var fromClient = reader(client);
            var fromServer = reader(upstream);
            reply(fromServer, client.getOutputStream());
            boolean data = false;
            for (var line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (data && !line.equals(".")) {
                    write(upstream.getOutputStream(), line);
                    continue;
                }
                data = false;
                var wrong = faultAt(line);
                if (wrong instanceof Fault.LoseDot) {
                    return;
                }
                if (wrong instanceof Fault.Refuse(var _, var reply)) {
                    write(client.getOutputStream(), reply);
                    return;
                }
                write(upstream.getOutputStream(), line);
                if (wrong instanceof Fault.LoseAnswer) {
                    reply(fromServer, OutputStream.nullOutputStream());
                    return;
                }
                data = reply(fromServer, client.getOutputStream()).startsWith("354");
            }
        } catch (IOException _) {
            // one side hung up: the dialogue is over
        }
    }

    private @Nullable Fault faultAt(String line) {
        var armed = fault.get();
        boolean here = switch (armed) {
            case Fault.Refuse(String command, String _) -> line.startsWith(command);
            case Fault.LoseAnswer() -> line.equals(".");
            case Fault.LoseDot() -> line.equals(".");
            case null -> false;
        };
        return here && fault.compareAndSet(armed, null) ? armed : null;
    }

    private static String reply(BufferedReader from, OutputStream to) throws IOException {
        String line;
        do {
            line = Optional.ofNullable(from.readLine()).orElseThrow(IOException::new);
            write(to, line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        return line;
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
}
