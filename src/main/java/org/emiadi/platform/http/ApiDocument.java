package org.emiadi.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Slice;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/// Completes the OpenAPI document with what all routes have in common and the code says already: which problems a
/// route can answer with, which headers it reads and sends, which members may be null.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
    private static final String BEARER = "bearer";
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName OPEN = DotName.createSimple(Open.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName URI_INFO = DotName.createSimple(UriInfo.class);
    private static final DotName HEADERS = DotName.createSimple(HttpHeaders.class);
    private static final DotName NOT_NULL = DotName.createSimple(NotNull.class);

    private final Map<String, MethodInfo> routes;
    private final Map<String, ClassInfo> records;

    public ApiDocument(IndexView index) {
        this.routes = index.getAnnotations(OPERATION).stream()
                .filter(operation -> operation.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(operation -> operation.value("operationId") != null)
                .collect(Collectors.toMap(
                        operation -> operation.value("operationId").asString(),
                        operation -> operation.target().asMethod(),
                        (one, sameInAnotherIndex) -> one));
        this.records = index.getAnnotations(SCHEMA).stream()
                .filter(schema -> schema.target().kind() == AnnotationTarget.Kind.CLASS)
                .filter(schema -> schema.value("name") != null)
                .collect(Collectors.toMap(
                        schema -> schema.value("name").asString(),
                        schema -> schema.target().asClass(),
                        (one, sameInAnotherIndex) -> one));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("The access_token that POST /auth/login answers with"));
        components.getSchemas().forEach((name, schema) -> {
            ClassInfo type = records.get(name);
            if (type != null && type.isRecord()) {
                tellWhatMayBeNull(schema, type);
            }
        });
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(this::complete);
    }

    private static void tellWhatMayBeNull(Schema schema, ClassInfo type) {
        for (RecordComponentInfo component : type.recordComponents()) {
            String name = snake(component.name());
            Schema property = schema.getProperties() == null
                    ? null
                    : schema.getProperties().get(name);
            if (property == null) {
                continue;
            }
            if (!component.type().hasAnnotation(NULLABLE)) {
                require(schema, name);
            } else if (property.getRef() != null || property.getEnumeration() != null) {
                schema.addProperty(
                        name, OASFactory.createSchema().addAnyOf(property).addAnyOf(nothing()));
            } else if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
                property.addType(SchemaType.NULL);
            }
        }
    }

    private static Schema nothing() {
        return OASFactory.createSchema().addType(SchemaType.NULL);
    }

    private static void require(Schema schema, String name) {
        if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
            schema.addRequired(name);
        }
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private void complete(Operation operation) {
        MethodInfo route = routes.get(operation.getOperationId());
        if (route == null) {
            return;
        }
        if (route.hasAnnotation(OPEN)) {
            operation.setSecurity(List.of());
        } else {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(BEARER));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(ApiDocument::explain);
        }
        if (comparesVersions(route)) {
            operation.addParameter(
                    header("If-Match", "The ETag that was read; with an older one nothing is changed (412)"));
        }
        problems(operation, route)
                .forEach(status -> operation.getResponses().addAPIResponse(Integer.toString(status), problem(status)));
        operation.getResponses().getAPIResponses().forEach((status, response) -> addHeaders(status, response, route));
    }

    // Query parameters arrive as text, so that what cannot be read is refused by name; here is what they mean.
    private static void explain(Parameter parameter) {
        switch (parameter.getName()) {
            case "limit" ->
                parameter
                        .description("Rows of a page")
                        .schema(integer()
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Slice.MOST))
                                .defaultValue(Slice.USUAL));
            case "cursor" -> parameter.description("From the Link header of the page before");
            case "patient_id", "provider_id", "user_id" -> parameter.schema(integer());
            case "from" -> parameter.description("The earliest time or date, included");
            case "to" -> parameter.description("The latest time or date, not included");
            default -> {}
        }
    }

    private static Schema integer() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }

    private static Set<Integer> problems(Operation operation, MethodInfo route) {
        var statuses = new TreeSet<>(Set.of(400, 401, 406, 429, 500, 503));
        if (!route.hasAnnotation(OPEN)) {
            statuses.add(403);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of(404, 409, 413, 415, 422));
        }
        if (operation.getParameters() != null) {
            statuses.addAll(Set.of(404, 422));
        }
        if (comparesVersions(route)) {
            statuses.add(412);
        }
        return statuses;
    }

    private static APIResponse problem(int status) {
        String codes = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .map(ProblemType::code)
                .collect(Collectors.joining(", "));
        var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        return OASFactory.createAPIResponse()
                .description("Problem: " + codes)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.MEDIA_TYPE,
                                OASFactory.createMediaType().schema(schema)));
    }

    private static void addHeaders(String status, APIResponse response, MethodInfo route) {
        if (status.equals("201")) {
            response.addHeader("Location", describe("Where the new thing is"));
        } else if (status.equals("200") && has(route, URI_INFO)) {
            response.addHeader("Link", describe("The next page, rel=\"next\", where there is one (RFC 8288)"));
        } else if (status.equals("200") && (comparesVersions(route) || isOfOne(route))) {
            response.addHeader("ETag", describe("The version, for If-Match"));
        } else if (status.equals("429") || status.equals("503")) {
            response.addHeader("Retry-After", describe("Seconds to wait"));
        }
    }

    private static boolean comparesVersions(MethodInfo route) {
        return has(route, HEADERS) && !route.hasAnnotation(DotName.createSimple(POST.class));
    }

    private static boolean isOfOne(MethodInfo route) {
        return route.name().equals("get") && !route.hasAnnotation(NOT_NULL);
    }

    private static boolean has(MethodInfo route, DotName parameter) {
        return route.parameterTypes().stream().anyMatch(type -> type.name().equals(parameter));
    }

    private static Header describe(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
