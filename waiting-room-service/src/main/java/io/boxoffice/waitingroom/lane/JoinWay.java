package io.boxoffice.waitingroom.lane;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.security.DeviceHash;
import io.boxoffice.waitingroom.queue.JoinRequest;
import io.boxoffice.waitingroom.queue.Joining;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A fan's join: the bearer token and the body are judged by what the long way judges them with, and refused there. */
@Component
class JoinWay implements ShortWay {
    private final BearerTokenResolver bearer = new DefaultBearerTokenResolver();
    private final JwtDecoder tokens;
    private final Validator validator;
    private final Joining joining;
    private final JsonMapper json;

    JoinWay(JwtDecoder tokens, Validator validator, Joining joining, JsonMapper json) {
        this.tokens = tokens;
        this.validator = validator;
        this.joining = joining;
        this.json = json;
    }

    @Override
    public HotCall.Kind kind() {
        return HotCall.Kind.JOIN;
    }

    @Override
    public Optional<HttpServletRequest> answer(UUID event, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var fan = fan(request);
        if (fan.isEmpty()) {
            return Optional.of(request);
        }
        var body = request.getInputStream().readNBytes(request.getContentLength());
        var wish = wish(body);
        if (wish.isEmpty()) {
            return Optional.of(new ReadAgain(request, body));
        }
        response.setHeader(Joining.DEVICE_HASH, DeviceHash.of(wish.get().deviceId()));
        var joined = joining.join(event, fan.get(), wish.get(), request.getHeader("X-Clearance"));
        response.setStatus(joined.first() ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ShortWay.send(response, json.writeValueAsBytes(joined.entry()));
        return Optional.empty();
    }

    private Optional<Caller> fan(HttpServletRequest request) {
        try {
            var token = bearer.resolve(request);
            return token == null
                    ? Optional.empty()
                    : Caller.of(tokens.decode(token)).filter(caller -> caller.has("FAN"));
        } catch (RuntimeException _) {
            // the long way meets the same, and says what it is
            return Optional.empty();
        }
    }

    private Optional<JoinRequest> wish(byte[] body) {
        try {
            return Optional.ofNullable(json.readValue(body, JoinRequest.class))
                    .filter(wish -> validator.validate(wish).isEmpty());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
