package org.emiadi.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.emiadi.platform.FieldError;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.jspecify.annotations.Nullable;

/// Turns what the JSON reader and the validator found into problems that name the member and the rule.
final class InputProblems {
    private static final String BODY = "body";

    private InputProblems() {}

    static Problem of(JsonProcessingException failure) {
        return failure instanceof JsonMappingException mapping
                ? Problem.invalid(mismatch(mapping))
                : Problem.of(ProblemType.UNREADABLE_REQUEST).because("json");
    }

    private static FieldError mismatch(JsonMappingException failure) {
        String field = path(failure.getPath());
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> FieldError.of(field, "unknown");
            case MismatchedInputException mismatch -> FieldError.of(field, expected(mismatch.getTargetType()));
            default -> FieldError.of(field, "unreadable");
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "unreadable";
        }
        if (type == Instant.class) {
            return "time";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "number";
        }
        return Collection.class.isAssignableFrom(type) ? "list" : "object";
    }

    private static String path(List<JsonMappingException.Reference> path) {
        String joined = path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return joined.isEmpty() ? BODY : joined.startsWith(".") ? joined.substring(1) : joined;
    }

    static Problem noBody() {
        return Problem.invalid(FieldError.of(BODY, "required"));
    }

    static Problem of(Collection<? extends ConstraintViolation<?>> violations) {
        var fields = violations.stream()
                .map(InputProblems::violation)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::key))
                .distinct()
                .toArray(FieldError[]::new);
        return Problem.invalid(fields);
    }

    private static FieldError violation(ConstraintViolation<?> violation) {
        String field = field(violation);
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull absent -> FieldError.of(field, "required");
            case NotBlank absent -> FieldError.of(field, "required");
            case Size size
            when size.min() > 0
                    && violation.getInvalidValue() instanceof CharSequence text
                    && text.length() < size.min() -> FieldError.of(field, "too-short", size.min());
            case Size size
            when violation.getInvalidValue() instanceof Collection<?> -> FieldError.of(field, "too-many", size.max());
            case Size size -> FieldError.of(field, "too-long", size.max());
            case Min min -> FieldError.of(field, "at-least", min.value());
            case Max max -> FieldError.of(field, "at-most", max.value());
            // Constraints of our own carry the key of their sentence in place of a message.
            default -> FieldError.of(field, violation.getMessageTemplate());
        };
    }

    private static String field(ConstraintViolation<?> violation) {
        String path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getName() != null && !node.getName().startsWith("<"))
                .map(node -> (node.getIndex() == null ? "." : "[" + node.getIndex() + "].") + snake(node.getName()))
                .collect(Collectors.joining());
        return path.isEmpty() ? BODY : path.startsWith(".") ? path.substring(1) : path;
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
