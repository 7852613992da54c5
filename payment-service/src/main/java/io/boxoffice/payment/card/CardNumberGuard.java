package io.boxoffice.payment.card;

import io.boxoffice.common.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks through every JSON body before it is read into a type, unknown fields included. */
@RestControllerAdvice
class CardNumberGuard extends RequestBodyAdviceAdapter {
    private final JsonMapper json;

    CardNumberGuard(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return !byte[].class.equals(target);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        if (hasCardNumber(body)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "card-number-refused",
                    "Never send card numbers here; make a payment method at the provider and send its id.");
        }
        return new Again(message.getHeaders(), body);
    }

    private boolean hasCardNumber(byte[] body) {
        try {
            return hasCardNumber(json.readTree(body));
        } catch (JacksonException _) {
            return false; // refused as malformed by whoever reads it next
        }
    }

    private static boolean hasCardNumber(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream()
                    .anyMatch(field -> CardNumbers.in(field.getKey()) || hasCardNumber(field.getValue()));
        }
        return node.isContainer()
                ? node.valueStream().anyMatch(CardNumberGuard::hasCardNumber)
                : CardNumbers.in(node.asString(""));
    }

    private record Again(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
