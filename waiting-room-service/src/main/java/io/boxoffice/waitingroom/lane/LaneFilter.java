package io.boxoffice.waitingroom.lane;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Takes hot calls out of the way of everything else. */
final class LaneFilter extends HttpFilter {
    private final transient Supplier<Lane> lane;

    LaneFilter(Supplier<Lane> lane) {
        this.lane = lane;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var call = HotCall.of(request);
        if (call.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var since = System.nanoTime();
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            var unanswered = lane.get().answer(call.get(), request, response);
            if (unanswered.isPresent()) {
                chain.doFilter(unanswered.get(), response);
            }
            status = response.getStatus();
        } finally {
            lane.get().count(call.get(), status, System.nanoTime() - since);
        }
    }
}
