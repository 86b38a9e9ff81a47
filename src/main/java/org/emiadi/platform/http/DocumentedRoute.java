package org.emiadi.platform.http;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Slice;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/// One route in the OpenAPI document: the refusals and headers that follow from how its method is declared.
final class DocumentedRoute {
    private static final DotName HEADERS = DotName.createSimple(HttpHeaders.class);
    private static final String OK = "200";
    private static final String CREATED = "201";
    private static final Set<PathItem.HttpMethod> CHANGING =
            EnumSet.of(PathItem.HttpMethod.PATCH, PathItem.HttpMethod.PUT, PathItem.HttpMethod.DELETE);

    private final OpenAPI document;
    private final Operation operation;
    private final PathItem.HttpMethod method;
    private final MethodInfo route;

    DocumentedRoute(OpenAPI document, Operation operation, PathItem.HttpMethod method, MethodInfo route) {
        this.document = document;
        this.operation = operation;
        this.method = method;
        this.route = route;
    }

    void complete() {
        if (isOpen()) {
            operation.setSecurity(List.of());
        }
        nameParameters();
        addHeaders();
        addRefusals();
    }

    private boolean isOpen() {
        return route.hasAnnotation(Open.class);
    }

    // The headers of a request are read for If-Match alone, except at sign-out, which changes nothing of the kind.
    private boolean readsIfMatch() {
        return CHANGING.contains(method)
                && route.parameterTypes().stream().anyMatch(type -> type.name().equals(HEADERS));
    }

    private void nameParameters() {
        if (readsIfMatch()) {
            operation.addParameter(OASFactory.createParameter()
                    .name(HttpHeaders.IF_MATCH)
                    .in(Parameter.In.HEADER)
                    .description("The ETag that was read; refused with 412 where somebody has changed it since")
                    .schema(text()));
        }
        has(Parameter.In.HEADER, IdempotentAnswers.KEY)
                .ifPresent(key -> key.description(
                        "Chosen by the client; the same key and body give the first answer again, for 24 hours"));
        has(Parameter.In.QUERY, "limit")
                .ifPresent(limit -> limit.description("Rows on a page")
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Slice.MOST))
                                .defaultValue(Slice.USUAL)));
        has(Parameter.In.QUERY, "cursor").ifPresent(cursor -> cursor.description("Where the page starts: see Link"));
    }

    private Optional<Parameter> has(Parameter.In in, @Nullable String name) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(parameter -> parameter.getIn() == in
                        && (name == null || parameter.getName().equals(name)))
                .findFirst();
    }

    private void addHeaders() {
        Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
        responses.values().stream()
                .filter(response -> response.getDescription() == null)
                .forEach(response -> response.setDescription("Done"));
        APIResponse ok = responses.get(OK);
        APIResponse created = responses.get(CREATED);
        if (ok != null && has(Parameter.In.QUERY, "cursor").isPresent()) {
            ok.addHeader(HttpHeaders.LINK, header("The way to the next page, where there is one: rel=\"next\"", false));
        }
        if (ok != null && givesVersion(ok)) {
            ok.addHeader(HttpHeaders.ETAG, header("The version of what was answered, for If-Match", true));
        }
        if (created != null && tellsId(created)) {
            created.addHeader(HttpHeaders.LOCATION, header("Where it can be found from now on", true));
        }
    }

    private boolean givesVersion(APIResponse ok) {
        boolean one = method == PathItem.HttpMethod.GET && endsInParameter() && !isList(ok);
        return one || (readsIfMatch() && method != PathItem.HttpMethod.DELETE && ok.getContent() != null);
    }

    // What stands below one thing is counted or gathered, and has no version of its own.
    private boolean endsInParameter() {
        var path = route.annotation(DotName.createSimple(Path.class));
        return path != null && path.value().asString().endsWith("}");
    }

    private static boolean isList(APIResponse ok) {
        return ok.getContent() != null
                && ok.getContent().getMediaTypes().values().stream()
                        .anyMatch(media ->
                                media.getSchema() != null && media.getSchema().getItems() != null);
    }

    // What was made and has an id has an address; a one-time code has neither.
    private boolean tellsId(APIResponse created) {
        return created.getContent().getMediaTypes().values().stream()
                .map(media -> media.getSchema().getRef())
                .filter(Objects::nonNull)
                .map(ref -> document.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1)))
                .flatMap(schema -> schema.getProperties().keySet().stream())
                .anyMatch(member -> member.endsWith("_id"));
    }

    private static Header header(String description, boolean always) {
        return OASFactory.createHeader()
                .description(description)
                .required(always)
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private void addRefusals() {
        var byStatus = refusals().stream()
                .collect(Collectors.groupingBy(
                        ProblemType::status,
                        TreeMap::new,
                        Collectors.mapping(ProblemType::code, Collectors.joining(", "))));
        byStatus.forEach((status, codes) -> operation
                .getResponses()
                .addAPIResponse(
                        Integer.toString(status),
                        OASFactory.createAPIResponse()
                                .description(codes)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problems.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/Problem"))))));
    }

    private Set<ProblemType> refusals() {
        // A bad token is refused on open routes as well.
        var refusals = EnumSet.of(
                ProblemType.UNREADABLE_REQUEST,
                ProblemType.SIGN_IN_REQUIRED,
                ProblemType.TOO_MANY_REQUESTS,
                ProblemType.INTERNAL_ERROR,
                ProblemType.UNAVAILABLE);
        if (!isOpen()) {
            refusals.add(ProblemType.NOT_ALLOWED);
            refusals.add(ProblemType.PASSWORD_CHANGE_REQUIRED);
        }
        if (has(Parameter.In.PATH, null).isPresent()) {
            refusals.add(ProblemType.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            refusals.addAll(
                    List.of(ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.INVALID_INPUT));
        }
        if (has(Parameter.In.QUERY, null).isPresent()) {
            refusals.add(ProblemType.INVALID_INPUT);
        }
        if (readsIfMatch()) {
            refusals.add(ProblemType.LOST_UPDATE);
        }
        if (has(Parameter.In.HEADER, IdempotentAnswers.KEY).isPresent()) {
            refusals.add(ProblemType.KEY_USED_DIFFERENTLY);
        }
        refusals.addAll(ownRefusals());
        return refusals;
    }

    private List<ProblemType> ownRefusals() {
        var refuses = route.annotation(DotName.createSimple(Refuses.class));
        return refuses == null
                ? List.of()
                : Arrays.stream(refuses.value().asEnumArray())
                        .map(ProblemType::valueOf)
                        .toList();
    }
}
