package org.emiadi.platform.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Refuses to start with a route of ours that does not say who may call it.
@Singleton
final class DeclaredAccess {

    void check(@Observes StartupEvent start, BeanManager beans) {
        List<String> undeclared = beans.getBeans(Object.class).stream()
                .map(Bean::getBeanClass)
                .filter(type ->
                        type.isAnnotationPresent(Path.class) && type.getName().startsWith("org.emiadi."))
                .flatMap(DeclaredAccess::routes)
                .filter(route -> !isDeclared(route))
                .map(Method::toGenericString)
                .toList();
        if (!undeclared.isEmpty()) {
            throw new IllegalStateException("Routes without @Allowed, @SignedIn or @Open: " + undeclared);
        }
    }

    private static Stream<Method> routes(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class)));
    }

    private static boolean isDeclared(Method route) {
        return route.isAnnotationPresent(Allowed.class)
                || route.isAnnotationPresent(SignedIn.class)
                || route.isAnnotationPresent(Open.class);
    }
}
