package io.boxoffice.waitingroom.lane;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;

/** Answers one kind of hot call in the words of its controller. */
interface ShortWay {

    HotCall.Kind kind();

    /**
     * Answers, or gives back the request for the controller: whatever is wrong with it is found and said there.
     *
     * @throws RuntimeException whatever a controller's method may throw
     */
    Optional<HttpServletRequest> answer(UUID event, HttpServletRequest request, HttpServletResponse response)
            throws IOException;

    /** Sends the body. */
    static void send(HttpServletResponse response, byte[] json) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
