package io.boxoffice.gateway.edge;

import io.boxoffice.gateway.problem.Problem;
import io.boxoffice.gateway.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/** A request whose body breaks off once it has become too large or taken too long; nothing of it is kept. */
class BoundedBody extends ServerHttpRequestDecorator {

    private final long limit;
    private final Duration patience;

    BoundedBody(ServerHttpRequest request, long limit, Duration patience) {
        super(request);
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        var seen = new AtomicLong();
        return super.getBody()
                // the client's fault, and not that of the service that waits for the body
                .onErrorMap(_ -> new Refusal(Problem.brokenBody()))
                .handle((DataBuffer part, SynchronousSink<DataBuffer> next) -> {
                    if (seen.addAndGet(part.readableByteCount()) > limit) {
                        DataBufferUtils.release(part);
                        next.error(new Refusal(Problem.bodyTooLarge(limit)));
                    } else {
                        next.next(part);
                    }
                })
                .takeUntilOther(Mono.delay(patience).then(Mono.error(() -> new Refusal(Problem.requestTimeout()))));
    }
}
