package io.boxoffice.gateway.trace;

import static io.boxoffice.gateway.problem.ProblemWriter.REQUEST_ID;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the client's request id if it is a sane one, else makes one; it goes to the service and onto the answer. */
@Component
public class RequestId implements Step {

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    RequestId() {}

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var id = saneOrNew(exchange.getRequest().getHeaders().getFirst(REQUEST_ID));
        var response = exchange.getResponse();
        response.getHeaders().set(REQUEST_ID, id);
        // a service may echo it: one value leaves, not two
        response.beforeCommit(
                () -> Mono.fromRunnable(() -> response.getHeaders().set(REQUEST_ID, id)));
        return Passage.granted(exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(REQUEST_ID, id)))
                .build());
    }

    private static String saneOrNew(@Nullable String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
