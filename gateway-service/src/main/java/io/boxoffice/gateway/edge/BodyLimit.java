package io.boxoffice.gateway.edge;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses a body that says it is too large, and counts one that does not say while it passes through. */
@Component
public class BodyLimit implements Step {

    private final long limit;
    private final Duration patience;

    BodyLimit(EdgeProperties properties) {
        limit = properties.maxBody().toBytes();
        patience = properties.slowestBody();
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > limit) {
            return Passage.refused(Problem.bodyTooLarge(limit));
        }
        if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return Passage.granted(exchange);
        }
        return Passage.granted(exchange.mutate()
                .request(new BoundedBody(exchange.getRequest(), limit, patience))
                .build());
    }
}
