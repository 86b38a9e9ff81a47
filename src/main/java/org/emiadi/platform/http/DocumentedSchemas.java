package org.emiadi.platform.http;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/// The schemas of the OpenAPI document, completed with what the wire records say about null.
/// In answers every member is there, though it may be null; in requests unknown members are refused.
final class DocumentedSchemas {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName NOT_CLEARED = DotName.createSimple(NotCleared.class);
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
    private static final DotName SIZE = DotName.createSimple(Size.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final OpenAPI document;
    private final Map<String, Schema> schemas;
    private final Map<String, ClassInfo> records = new HashMap<>();

    DocumentedSchemas(OpenAPI document, IndexView code) {
        this.document = document;
        this.schemas = document.getComponents().getSchemas();
        code.getAnnotations(SCHEMA).stream()
                .filter(named -> named.target().kind() == AnnotationTarget.Kind.CLASS && named.value("name") != null)
                .forEach(named -> records.put(
                        named.value("name").asString(), named.target().asClass()));
    }

    void complete() {
        schemas.values().stream()
                .filter(schema -> schema.getProperties() != null)
                .forEach(DocumentedSchemas::writeOutTimes);
        Set<String> answered = reachable(operations()
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .flatMap(response -> roots(response.getContent())));
        Set<String> sent = reachable(operations()
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> roots(operation.getRequestBody().getContent())));
        schemas.forEach((name, schema) -> Optional.ofNullable(records.get(name))
                .filter(ClassInfo::isRecord)
                .ifPresent(record -> {
                    sayWhatMayBeNull(schema, record);
                    if (answered.contains(name) && schema.getRequired() == null) {
                        schema.setRequired(alwaysThere(schema, record));
                    }
                    if (sent.contains(name)) {
                        schema.setAdditionalPropertiesSchema(
                                OASFactory.createSchema().booleanSchema(false));
                    }
                }));
        document.getComponents().setSchemas(used(answered, sent));
    }

    private Map<String, Schema> used(Set<String> answered, Set<String> sent) {
        var used = new HashMap<>(schemas);
        used.keySet().removeIf(name -> !answered.contains(name) && !sent.contains(name));
        return new TreeMap<>(used);
    }

    private Stream<Operation> operations() {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static Stream<Schema> roots(@Nullable Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream()
                        .map(media -> media.getSchema())
                        .filter(Objects::nonNull);
    }

    private Set<String> reachable(Stream<Schema> roots) {
        var seen = new HashSet<String>();
        roots.forEach(root -> visit(root, seen));
        return seen;
    }

    private void visit(@Nullable Schema schema, Set<String> seen) {
        if (schema == null) {
            return;
        }
        String ref = schema.getRef();
        if (ref != null) {
            String name = ref.substring(ref.lastIndexOf('/') + 1);
            if (seen.add(name)) {
                visit(schemas.get(name), seen);
            }
        }
        visit(schema.getItems(), seen);
        visit(schema.getAdditionalPropertiesSchema(), seen);
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf(), values(schema.getProperties()))
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(part -> visit(part, seen));
    }

    private static @Nullable Collection<Schema> values(@Nullable Map<String, Schema> properties) {
        return properties == null ? null : properties.values();
    }

    // Said at the member itself, where the reader looks, instead of behind a reference to a class of Java.
    private static void writeOutTimes(Schema schema) {
        schema.getProperties().values().forEach(member -> {
            String format = timeFormat(member);
            if (format != null) {
                member.setRef(null);
                member.setAnyOf(null);
                member.setType(List.of(Schema.SchemaType.STRING));
                member.setFormat(format);
            }
        });
    }

    private static @Nullable String timeFormat(Schema member) {
        String ref = Optional.ofNullable(member.getRef()).orElse("");
        if (ref.endsWith("/Instant")) {
            return "date-time";
        }
        if (ref.endsWith("/LocalDate")) {
            return "date";
        }
        return Optional.ofNullable(member.getAnyOf()).orElse(List.of()).stream()
                .map(DocumentedSchemas::timeFormat)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void sayWhatMayBeNull(Schema schema, ClassInfo record) {
        for (RecordComponentInfo component : record.recordComponents()) {
            String name = snake(component.name());
            Schema member = schema.getProperties().get(name);
            if (member == null) {
                continue;
            }
            if (record.field(component.name()).hasAnnotation(NOT_CLEARED)) {
                member.removeType(Schema.SchemaType.NULL);
            } else if (isNullable(component)) {
                schema.addProperty(name, nullable(member));
            }
            longest(component.type()).ifPresent(member::setMaxLength);
        }
    }

    // The scanner does not look for limits inside of Optional.
    private static Optional<Integer> longest(Type type) {
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE && type.name().equals(OPTIONAL)
                ? Optional.ofNullable(type.asParameterizedType()
                                .arguments()
                                .getFirst()
                                .annotation(SIZE))
                        .map(size -> size.value("max"))
                        .map(AnnotationValue::asInt)
                : Optional.empty();
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    private static Schema nullable(Schema member) {
        if (member.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(member)
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        if (member.getType() != null && !member.getType().contains(Schema.SchemaType.NULL)) {
            member.addType(Schema.SchemaType.NULL);
        }
        if (member.getEnumeration() != null && !member.getEnumeration().contains(null)) {
            var values = new ArrayList<@Nullable Object>(member.getEnumeration());
            values.add(null);
            member.setEnumeration(values);
        }
        return member;
    }

    private static List<String> alwaysThere(Schema schema, ClassInfo record) {
        return record.recordComponents().stream()
                .filter(component -> !isNullable(component))
                .map(component -> snake(component.name()))
                .filter(schema.getProperties()::containsKey)
                .toList();
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
