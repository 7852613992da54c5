package io.boxoffice.waitingroom.lane;

import io.boxoffice.common.web.ProblemBodies;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.waitingroom.queue.Polls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ServerHttpObservationFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers polls before security and dispatching look at them, with the same words as {@code EntryController}, which serves
 * those that come with anything unusual: a bearer token, a query, another wish for the form of the answer.
 */
final class PollLane extends HttpFilter {
    private static final String BEFORE = "/api/v1/events/";
    private static final String AFTER = "/queue/entries/me";
    private static final String PATTERN = BEFORE + "{event_id}" + AFTER;
    private static final int UUID_LENGTH = 36;

    private final transient ObjectProvider<Polls> polls;
    private final transient ProblemBodies problems;
    private final transient JsonMapper json;

    PollLane(ObjectProvider<Polls> polls, ProblemBodies problems, JsonMapper json) {
        this.polls = polls;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var event = isUsual(request) ? eventIn(request.getRequestURI()) : Optional.<UUID>empty();
        if (event.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observed -> observed.setPathPattern(PATTERN));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            var answer = json.writeValueAsBytes(polls.getObject()
                    .poll(
                            event.get(),
                            request.getHeader("X-Queue-Token"),
                            request.getHeader("X-Queue-Secret"),
                            request.getHeader("X-Clearance")));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        } catch (ProblemException refused) {
            problems.write(refused, request, response);
        } catch (DataAccessResourceFailureException _) {
            problems.write(
                    Problems.unavailable("The queue does not answer just now; repeat the request."), request, response);
        }
    }

    private static boolean isUsual(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getQueryString() == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && acceptsJson(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static boolean acceptsJson(String accept) {
        return accept == null
                || accept.contains(MediaType.APPLICATION_JSON_VALUE)
                || accept.contains(MediaType.ALL_VALUE);
    }

    private static Optional<UUID> eventIn(String path) {
        if (path.length() != BEFORE.length() + UUID_LENGTH + AFTER.length()
                || !path.startsWith(BEFORE)
                || !path.endsWith(AFTER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(path.substring(BEFORE.length(), BEFORE.length() + UUID_LENGTH)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
