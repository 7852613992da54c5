package io.boxoffice.fleet.identity;

import io.boxoffice.fleet.standalone.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tokens for thousands of demo users at once, one JSON object a line. */
@RestController
class DemoTokensController {
    private static final int CHUNK = 256;

    private final UserTokens tokens;
    private final JsonMapper json;

    DemoTokensController(UserTokens tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /** One line of the answer. */
    record Line(String username, String sub, String accessToken, String expiresAt) {}

    @PostMapping("/demo/tokens")
    void issue(@RequestBody DemoTokensRequest request, HttpServletResponse response) throws IOException {
        var wanted = request.toRange();
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        try (OutputStream out = response.getOutputStream()) {
            for (int from = wanted.from(); from <= wanted.to(); from += CHUNK) {
                // signing is what costs: all cores sign a chunk, then it goes out in order
                var lines = IntStream.rangeClosed(from, Math.min(from + CHUNK - 1, wanted.to()))
                        .parallel()
                        .mapToObj(number -> line(DemoUser.of(wanted.kind(), number), wanted.lifetime()))
                        .toList();
                for (var line : lines) {
                    out.write(line);
                    out.write('\n');
                }
                out.flush();
            }
        }
    }

    private byte[] line(DemoUser user, Duration lifetime) {
        var token = tokens.issue(user, lifetime);
        var expires = Objects.requireNonNull(token.getExpiresAt());
        return json.writeValueAsBytes(
                new Line(user.username(), user.getName(), token.getTokenValue(), expires.toString()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(DemoTokensRequest.Refused refused) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(HttpStatus.BAD_REQUEST, "validation-failed", String.valueOf(refused.getMessage())));
    }
}
