package io.boxoffice.fleet.provider.fault;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's HTTP connector, made to reset a connection on demand. */
public class CuttableProtocol extends Http11NioProtocol {

    void reset(int remotePort) throws IOException {
        for (var connection : getEndpoint().getConnections()) {
            if (connection.getRemotePort() == remotePort) {
                reset(connection);
            }
        }
    }

    /** No lingering: the kernel sends RST, so that no client takes it for a connection that was merely idle. */
    private static void reset(SocketWrapperBase<NioChannel> connection) throws IOException {
        connection.getSocket().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        connection.close();
    }
}
