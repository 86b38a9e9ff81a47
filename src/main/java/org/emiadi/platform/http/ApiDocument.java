package org.emiadi.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// Completes the OpenAPI document with what the code says but its scanner does not read: who may call, what can be
/// refused, which headers travel, what may be null. Runs once, while the server is built.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
    static final String BEARER = "bearer";

    private final IndexView code;

    public ApiDocument(IndexView code) {
        this.code = code;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("The access_token that POST /auth/login gives"));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        describeRoutes(document);
        new DocumentedSchemas(document, code).complete();
    }

    private void describeRoutes(OpenAPI document) {
        Map<String, MethodInfo> routes = routes();
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach((method, operation) -> {
                    MethodInfo route = routes.get(operation.getOperationId());
                    if (route != null) {
                        new DocumentedRoute(document, operation, method, route).complete();
                    }
                }));
    }

    private Map<String, MethodInfo> routes() {
        var routes = new HashMap<String, MethodInfo>();
        for (AnnotationInstance operation :
                code.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                routes.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
            }
        }
        return routes;
    }
}
