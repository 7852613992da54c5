package io.boxoffice.waitingroom.lane;

import io.boxoffice.waitingroom.queue.Polls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A fan's poll, which carries its own proof. */
@Component
class PollWay implements ShortWay {
    private final Polls polls;
    private final JsonMapper json;

    PollWay(Polls polls, JsonMapper json) {
        this.polls = polls;
        this.json = json;
    }

    @Override
    public HotCall.Kind kind() {
        return HotCall.Kind.POLL;
    }

    @Override
    public Optional<HttpServletRequest> answer(UUID event, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var entry = polls.poll(
                event,
                request.getHeader("X-Queue-Token"),
                request.getHeader("X-Queue-Secret"),
                request.getHeader("X-Clearance"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ShortWay.send(response, json.writeValueAsBytes(entry));
        return Optional.empty();
    }
}
