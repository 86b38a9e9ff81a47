package org.emiadi.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares answers with an OpenAPI document. Stricter than a client should be: in answers, members that the document
/// does not name are faults as well.
public final class ApiContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final String PROBLEM = "{\"$ref\": \"#/components/schemas/Problem\"}";
    // Refused before any route is known, so that no route documents them.
    private static final Set<Integer> AT_THE_EDGE = Set.of(405, 406, 414, 431);
    private static final Pattern NOT_OF_THE_API =
            Pattern.compile("/|/(app|health|metrics|openapi|apidocs|problems|q)([/.].*)?");
    private static final int NOT_FOUND = 404;

    private final JsonNode document;
    private final JsonNode components;

    public ApiContract(String document) {
        this.document = read(document);
        this.components = closed(this.document.path("components"));
    }

    /// What came back for a request.
    ///
    /// @param contentType null where there is none
    public record Answer(
            String method,
            String path,
            int status,
            @Nullable String contentType,
            String body,
            Function<String, @Nullable String> header) {}

    /// What is wrong with the answer; empty where it is as documented.
    public List<String> faults(Answer answer) {
        if (answer.method().equals("OPTIONS")
                || NOT_OF_THE_API.matcher(answer.path()).matches()) {
            return List.of();
        }
        boolean known = path(answer.path()).isPresent();
        if (AT_THE_EDGE.contains(answer.status()) || (!known && answer.status() == NOT_FOUND)) {
            return problemFaults(answer);
        }
        if (!known && isPage(answer)) {
            return List.of();
        }
        JsonNode operation = operation(answer);
        if (operation.isMissingNode()) {
            return List.of("the document knows no such route");
        }
        JsonNode response = operation.path("responses").path(Integer.toString(answer.status()));
        return response.isMissingNode()
                ? List.of("the document does not name this status")
                : Stream.concat(headerFaults(answer, response), contentFaults(answer, response))
                        .toList();
    }

    private List<String> problemFaults(Answer answer) {
        return isPage(answer) ? List.of() : bodyFaults(answer, read(PROBLEM)).toList();
    }

    private static boolean isPage(Answer answer) {
        return "text/html".equals(mediaType(answer.contentType()));
    }

    private JsonNode operation(Answer answer) {
        String method = answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
        return document.path("paths").path(path(answer.path()).orElse("")).path(method);
    }

    // Of two that match, the one with fewer parameters: /insurance/patient/{id} before /insurance/{x}/{y}.
    private Optional<String> path(String asked) {
        return document.path("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(template -> asked.matches(Pattern.quote(template).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q")))
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    private static Stream<String> headerFaults(Answer answer, JsonNode response) {
        return response.path("headers")
                .propertyStream()
                .filter(header -> header.getValue().path("required").asBoolean())
                .filter(header -> answer.header().apply(header.getKey()) == null)
                .map(header -> "the header " + header.getKey() + " is missing");
    }

    private Stream<String> contentFaults(Answer answer, JsonNode response) {
        JsonNode content = response.path("content");
        if (content.isEmpty() || answer.method().equals("HEAD")) {
            return answer.body().isEmpty() ? Stream.of() : Stream.of("the document names no body");
        }
        JsonNode media = content.path(mediaType(answer.contentType()));
        return media.isMissingNode()
                ? Stream.of("the document does not name the content type " + answer.contentType())
                : bodyFaults(answer, media.path("schema"));
    }

    private Stream<String> bodyFaults(Answer answer, JsonNode schema) {
        // Of other text the schema says no more than that it is text.
        if (!mediaType(answer.contentType()).endsWith("json")) {
            return Stream.of();
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        try {
            return SCHEMAS.getSchema(whole, STRICT).validate(JSON.readTree(answer.body())).stream()
                    .map(ValidationMessage::toString);
        } catch (JsonProcessingException broken) {
            return Stream.of("the body is no JSON");
        }
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.replaceAll(";.*", "").strip();
    }

    // Problems may carry further members (RFC 9457, 3.2); everything else says exactly what it has.
    private static JsonNode closed(JsonNode components) {
        JsonNode closed = components.deepCopy();
        closed.path("schemas")
                .propertyStream()
                .filter(named -> !named.getKey().equals("Problem"))
                .map(Map.Entry::getValue)
                .filter(schema -> schema.has("properties") && !schema.has("additionalProperties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
        return closed;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("no JSON: " + json, broken);
        }
    }
}
