package io.boxoffice.common.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.IgnoredPropertyException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads what Jackson and Bean Validation say into {@code malformed-json} and {@code validation-failed}. */
final class FormProblems {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private FormProblems() {}

    static ProblemException of(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return switch (unreadable.getCause()) {
            case InputCoercionException tooLarge -> invalid(tooLarge, "Missing, or not of the type that is asked for.");
            case StreamReadException _ -> malformed("The body is not well-formed JSON.");
            case UnrecognizedPropertyException unknown -> invalid(unknown, "Unknown field; remove it.");
            case IgnoredPropertyException unknown -> invalid(unknown, "This field cannot be set.");
            case JacksonException mismatch -> invalid(mismatch, explain(mismatch));
            case null, default -> malformed("Send a JSON body.");
        };
    }

    static ProblemException of(MethodArgumentNotValidException broken) {
        var errors = new ArrayList<Map<String, String>>();
        broken.getBindingResult()
                .getFieldErrors()
                .forEach(error -> errors.add(error(pointer(error.getField()), error.getDefaultMessage())));
        broken.getBindingResult().getGlobalErrors().forEach(error -> errors.add(error("", error.getDefaultMessage())));
        return invalid(errors);
    }

    static ProblemException invalid(List<Map<String, String>> errors) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "validation-failed", "Some fields are not valid.")
                .with("errors", errors);
    }

    static Map<String, String> error(String pointer, @org.jspecify.annotations.Nullable String detail) {
        return Map.of("pointer", pointer, "detail", detail == null ? "Not valid." : detail);
    }

    private static ProblemException invalid(JacksonException mismatch, String detail) {
        var pointer = new StringBuilder();
        for (var step : mismatch.getPath()) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return invalid(List.of(error(pointer.toString(), detail)));
    }

    /** A rule broken in a record's constructor speaks for itself; Jackson's own words name our classes. */
    private static String explain(JacksonException mismatch) {
        return mismatch.getCause() instanceof IllegalArgumentException rule && rule.getMessage() != null
                ? rule.getMessage()
                : "Missing, or not of the type that is asked for.";
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "malformed-json", detail);
    }

    /** {@code sections[0].gateName} → {@code /sections/0/gate_name}. */
    static String pointer(String field) {
        var path = field.replace("[", ".").replace("]", "");
        var pointer = new StringBuilder();
        for (String step : path.split("\\.", -1)) {
            pointer.append('/').append(HUMP.matcher(step).replaceAll("_").toLowerCase(Locale.ROOT));
        }
        return pointer.toString();
    }
}
