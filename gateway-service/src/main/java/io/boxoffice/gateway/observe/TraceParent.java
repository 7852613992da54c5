package io.boxoffice.gateway.observe;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** The trace of a request in the form of the W3C, for messages that come of it. */
final class TraceParent {

    private TraceParent() {}

    static @Nullable String of(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observation -> observation.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> span.context())
                .map(trace -> "00-" + trace.traceId() + "-" + trace.spanId()
                        + (Boolean.TRUE.equals(trace.sampled()) ? "-01" : "-00"))
                .orElse(null);
    }
}
