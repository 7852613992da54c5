package io.boxoffice.waitingroom.lane;

import io.boxoffice.common.web.ProblemBodies;
import io.boxoffice.common.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Sends hot calls their short way, under the headers of all answers; refusals read as if a controller had thrown them. */
@Component
class Lane {
    private static final List<HeaderWriter> ON_ALL = List.of(
            new XContentTypeOptionsHeaderWriter(), new XXssProtectionHeaderWriter(), new XFrameOptionsHeaderWriter());
    private static final HeaderWriter ON_REFUSALS = new CacheControlHeadersWriter();

    private final Map<HotCall.Kind, ShortWay> ways;
    private final LaneTimes times;
    private final ProblemBodies problems;
    private final HandlerExceptionResolver advice;

    Lane(
            List<ShortWay> ways,
            LaneTimes times,
            ProblemBodies problems,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver advice) {
        this.ways = ways.stream().collect(Collectors.toMap(ShortWay::kind, way -> way));
        this.times = times;
        this.problems = problems;
        this.advice = advice;
    }

    /** Answers, or gives back the request for the long way. */
    Optional<HttpServletRequest> answer(HotCall call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ON_ALL.forEach(header -> header.writeHeaders(request, response));
        try {
            return Objects.requireNonNull(ways.get(call.kind())).answer(call.event(), request, response);
        } catch (ProblemException refused) {
            ON_REFUSALS.writeHeaders(request, response);
            problems.write(refused, request, response);
        } catch (RuntimeException failure) {
            ON_REFUSALS.writeHeaders(request, response);
            if (advice.resolveException(request, response, null, failure) == null) {
                throw failure;
            }
        }
        return Optional.empty();
    }

    /** Counts a call, whichever way it went. */
    void count(HotCall call, int status, long nanos) {
        times.record(call.kind(), status, Duration.ofNanos(nanos));
    }
}
