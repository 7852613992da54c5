package io.boxoffice.gateway.edge;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.problem.Problem;
import io.boxoffice.gateway.route.Load;
import io.boxoffice.gateway.route.Match;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses a body that says it is too large, and counts one that does not say while it passes through. */
@Component
public class BodyLimit implements Step {

    private record Bounds(long limit, Duration patience) {}

    private final Bounds usual;
    private final Bounds forImages;

    BodyLimit(EdgeProperties properties) {
        usual = new Bounds(properties.maxBody().toBytes(), properties.slowestBody());
        forImages = new Bounds(properties.maxImage().toBytes(), properties.slowestImage());
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var bounds = isImage(exchange) ? forImages : usual;
        if (headers.getContentLength() > bounds.limit()) {
            var refused = Passage.refused(Problem.bodyTooLarge(bounds.limit()));
            return headers.containsHeader(HttpHeaders.EXPECT)
                    ? refused
                    : heardOut(exchange, bounds).then(refused);
        }
        if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return Passage.granted(exchange);
        }
        return Passage.granted(exchange.mutate()
                .request(new BoundedBody(exchange.getRequest(), bounds.limit(), bounds.patience()))
                .build());
    }

    /** Who is cut off in the middle of sending never reads why: a body not much too large is taken in and thrown away. */
    private static Mono<Void> heardOut(ServerWebExchange exchange, Bounds bounds) {
        var heard = new AtomicLong();
        return exchange.getRequest()
                .getBody()
                .map(BodyLimit::thrownAway)
                .takeUntil(bytes -> heard.addAndGet(bytes) > 2 * bounds.limit())
                .take(bounds.patience())
                .onErrorComplete()
                .then();
    }

    private static int thrownAway(DataBuffer buffer) {
        int bytes = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static boolean isImage(ServerWebExchange exchange) {
        var type = exchange.getRequest().getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return Match.of(exchange).endpoint().load() == Load.IMAGE
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith("image/");
    }
}
