package io.boxoffice.fleet.provider.fault;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The open connections of the web server. */
class Connections {
    private final List<CuttableProtocol> connectors = new CopyOnWriteArrayList<>();

    void open(CuttableProtocol protocol) {
        connectors.add(protocol);
    }

    /** Cuts the connection that a request came by, before anything is answered. */
    void reset(HttpServletRequest request) {
        try {
            for (var connector : connectors) {
                connector.reset(request.getRemotePort());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
