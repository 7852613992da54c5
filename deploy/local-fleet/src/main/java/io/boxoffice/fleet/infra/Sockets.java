package io.boxoffice.fleet.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Connections to this machine that do not wait for ever. */
final class Sockets {
    private static final int MILLIS = 2_000;

    private Sockets() {}

    static Socket open(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout(MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
