package org.emiadi.platform.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Problem;
import org.jspecify.annotations.Nullable;

/// A problem document of RFC 9457.
@Schema(
        name = "Problem",
        description = "Why the request was refused (RFC 9457), in the language of Accept-Language",
        requiredProperties = {"type", "title", "status", "detail", "message", "request_id"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemJson(
        @Schema(
                description = "Stable code of the problem; the server explains it at this path",
                examples = "/problems/provider-busy")
        String type,

        @Schema(description = "Short name of the kind of problem")
        String title,

        int status,

        @Schema(description = "What is wrong, for people; may change at any time")
        String detail,

        @Schema(description = "The same as detail, for older clients")
        String message,

        @Schema(description = "Id under which the server logged the request")
        String request_id,

        @Schema(description = "What is wrong with each member of the input") @Nullable
        List<Field> errors,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> members) {

    @Schema(name = "ProblemField")
    public record Field(
            @Schema(examples = "insurances[0].expiry_date") String field,

            @Schema(description = "Stable code of the rule that was broken", examples = "required")
            String code,

            String message) {}

    static ProblemJson of(Problem problem, Messages messages, String requestId) {
        String detail = messages.detail(problem);
        return new ProblemJson(
                problem.type().path(),
                messages.title(problem.type()),
                problem.type().status(),
                detail,
                detail,
                requestId,
                fields(problem, messages),
                problem.members());
    }

    private static @Nullable List<Field> fields(Problem problem, Messages messages) {
        return problem.fields().isEmpty()
                ? null
                : problem.fields().stream()
                        .map(error -> new Field(error.field(), error.key(), messages.sentence(error)))
                        .toList();
    }
}
