package io.boxoffice.fleet.supervisor;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Settings that put every process of a fleet on a port that was free a moment ago. */
final class FreePorts {
    private FreePorts() {}

    static List<String> words(String... processes) throws IOException {
        var words = new ArrayList<String>();
        var held = new ArrayList<ServerSocket>();
        try {
            for (var process : processes) {
                var socket = new ServerSocket(0);
                held.add(socket);
                words.addAll(List.of("--set", "ports." + process + "=" + socket.getLocalPort()));
            }
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
        return words;
    }
}
