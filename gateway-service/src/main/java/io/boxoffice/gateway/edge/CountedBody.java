package io.boxoffice.gateway.edge;

import io.boxoffice.gateway.problem.Problem;
import io.boxoffice.gateway.problem.Refusal;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/** A request whose body breaks off once it has become too large; nothing of it is kept. */
class CountedBody extends ServerHttpRequestDecorator {

    private final long limit;

    CountedBody(ServerHttpRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        var seen = new AtomicLong();
        return super.getBody().handle((DataBuffer part, SynchronousSink<DataBuffer> next) -> {
            if (seen.addAndGet(part.readableByteCount()) > limit) {
                DataBufferUtils.release(part);
                next.error(new Refusal(Problem.bodyTooLarge(limit)));
            } else {
                next.next(part);
            }
        });
    }
}
