package io.boxoffice.gateway.edge;

import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Sends on one clean pair of forwarding headers in place of all that came. */
@Component
class ForwardedHeaders implements HttpHeadersFilter, Ordered {

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var clean = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!isHearsay(name.toLowerCase(Locale.ROOT))) {
                clean.addAll(name, values);
            }
        });
        var client = Client.of(exchange);
        if (client != null && client.address() != null) {
            clean.set(EdgeTrust.FORWARDED_FOR, client.address());
        }
        if (client != null) {
            clean.set(EdgeTrust.FORWARDED_PROTO, client.scheme());
        }
        return clean;
    }

    private static boolean isHearsay(String name) {
        return name.startsWith("x-forwarded-") || name.equals("forwarded") || name.equals("x-real-ip");
    }

    /** After the gateway library's own filters, which remove such headers altogether. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
