package io.boxoffice.waitingroom.lane;

import io.boxoffice.waitingroom.queue.StatusBoard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The public view of a line, whose bytes are ready. */
@Component
class StatusWay implements ShortWay {
    private final StatusBoard board;

    StatusWay(StatusBoard board) {
        this.board = board;
    }

    @Override
    public HotCall.Kind kind() {
        return HotCall.Kind.STATUS;
    }

    @Override
    public Optional<HttpServletRequest> answer(UUID event, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        var shown = board.of(event);
        if (shown.isEmpty() || known != null && !known.equals(shown.get().tag())) {
            return Optional.of(request);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, StatusBoard.FOR_ALL);
        response.setHeader(HttpHeaders.ETAG, shown.get().tag());
        if (known == null) {
            ShortWay.send(response, shown.get().json());
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return Optional.empty();
    }
}
