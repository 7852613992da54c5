package io.boxoffice.inventory.stream;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What Tomcat keeps for a connection as long as it is open, and so for each viewer. Answers larger than that are written in
 * pieces of it, straight from where they are; requests are read in such pieces into the buffer of their request.
 */
@Component
class ConnectionBuffers implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final int READ = 2_048;
    private static final int WRITE = 4_096;

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", Integer.toString(READ));
            connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITE));
        });
    }
}
