package io.boxoffice.fleet.provider.fault;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Faults, their control API, and a web server whose connections can be cut. */
@Configuration(proxyBeanMethods = false)
@Import(FaultController.class)
public class FaultConfiguration {

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    Connections connections() {
        return new Connections();
    }

    @Bean
    FaultGate faultGate(Faults faults, Connections connections) {
        return new FaultGate(faults, connections);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> cuttable(Connections connections) {
        return factory -> {
            factory.setProtocol(CuttableProtocol.class.getName());
            remember(factory, connections);
        };
    }

    private static void remember(ConfigurableTomcatWebServerFactory factory, Connections connections) {
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof CuttableProtocol protocol) {
                connections.open(protocol);
            }
        });
    }
}
