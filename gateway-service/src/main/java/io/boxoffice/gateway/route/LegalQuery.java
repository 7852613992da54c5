package io.boxoffice.gateway.route;

import java.net.URI;
import org.springframework.web.server.ServerWebExchange;

/**
 * Encodes what clients leave raw in a query though RFC 3986 does not allow it ({@code a[]=1}, letters beyond ASCII).
 * Services refuse such queries, and the forwarding would encode a second time what was encoded already.
 */
final class LegalQuery {

    private LegalQuery() {}

    static ServerWebExchange in(ServerWebExchange exchange) {
        var uri = exchange.getRequest().getURI();
        var query = uri.getRawQuery();
        if (query == null || query.chars().allMatch(LegalQuery::isLegal)) {
            return exchange;
        }
        var ascii = uri.toASCIIString();
        var start = ascii.indexOf('?');
        var legal = ascii.substring(0, start)
                + ascii.substring(start).replace("[", "%5B").replace("]", "%5D");
        return exchange.mutate()
                .request(request -> request.uri(URI.create(legal)))
                .build();
    }

    private static boolean isLegal(int character) {
        return character < 128 && character != '[' && character != ']';
    }
}
