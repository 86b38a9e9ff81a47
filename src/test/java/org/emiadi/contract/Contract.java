package org.emiadi.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the OpenAPI document promises, and whether an answer keeps it.
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Contract(String openApi) {
        this.document = parse(openApi);
    }

    JsonNode document() {
        return document;
    }

    /// An answer as it came over the wire.
    record Answer(String method, String path, int status, String contentType, String body) {}

    /// What is wrong with the answer; empty where nothing is. Paths that the document does not know are not checked.
    List<String> breaches(Answer answer) {
        Optional<JsonNode> operation = operation(answer);
        if (operation.isEmpty()) {
            return List.of();
        }
        JsonNode response = operation.get().path("responses").path(Integer.toString(answer.status()));
        if (response.isMissingNode()) {
            return List.of(answer.method() + " " + answer.path() + " does not document the status " + answer.status());
        }
        String type = answer.contentType().replaceFirst(";.*", "");
        JsonNode schema = response.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of(
                    answer.method() + " " + answer.path() + " " + answer.status() + " does not document " + type);
        }
        return faults(schema, parse(answer.body())).stream()
                .map(fault -> answer.method() + " " + answer.path() + " " + answer.status() + ": " + fault)
                .toList();
    }

    private Optional<JsonNode> operation(Answer answer) {
        return pathsThatFit(answer.path()).stream()
                .map(path ->
                        document.path("paths").path(path).path(answer.method().toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    // The one with the fewest parameters first: `/appointments/patient/{id}` before `/appointments/{id}/status`.
    private List<String> pathsThatFit(String path) {
        return document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .filter(template -> path.matches(template.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")))
                .sorted(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()))
                .toList();
    }

    private List<String> faults(JsonNode schema, JsonNode body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        return schemas.getSchema(whole.toString()).validate(body).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /// What any reader of the document would stumble over.
    List<String> lint() {
        var faults = new ArrayList<String>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                lint(operation.getKey() + " " + path.getKey(), operation.getValue(), faults);
            }
        }
        for (var schema : document.path("components").path("schemas").properties()) {
            schema.getValue().path("properties").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(name -> !name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"))
                    .forEach(name -> faults.add(schema.getKey() + "." + name + " is not in snake_case"));
        }
        return faults;
    }

    private static void lint(String where, JsonNode operation, List<String> faults) {
        for (String member : List.of("operationId", "summary")) {
            if (operation.path(member).asText().isBlank()) {
                faults.add(where + " has no " + member);
            }
        }
        if (operation.path("tags").isEmpty()) {
            faults.add(where + " has no tag");
        }
        var statuses = operation.path("responses").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (statuses.stream()
                .noneMatch(status -> status.startsWith("2")
                        && operation
                                .path("responses")
                                .path(status)
                                .at("/content/application~1json/schema")
                                .isObject())) {
            faults.add(where + " has no success with a schema");
        }
        if (!statuses.contains("429") || !statuses.contains("503") || !statuses.contains("500")) {
            faults.add(where + " does not tell of problems");
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + json, broken);
        }
    }
}
