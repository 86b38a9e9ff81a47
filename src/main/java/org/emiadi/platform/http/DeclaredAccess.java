package org.emiadi.platform.http;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;

/// For the build of the application: there is none with a route of ours that does not say who may call it.
public final class DeclaredAccess implements BuildCompatibleExtension {

    /// Looks at one bean.
    @Registration(types = Object.class)
    public void check(BeanInfo bean, Messages messages) {
        if (bean.isClassBean() && bean.declaringClass().name().startsWith("org.emiadi.")) {
            undeclared(bean.declaringClass())
                    .forEach(route ->
                            messages.error("A route without @Allowed, @SignedIn or @Open: " + route.name(), bean));
        }
    }

    private static Stream<MethodInfo> undeclared(ClassInfo type) {
        return type.hasAnnotation(Path.class)
                ? type.methods().stream().filter(method -> isRoute(method) && !isDeclared(method))
                : Stream.of();
    }

    private static boolean isRoute(MethodInfo method) {
        return method.hasAnnotation(annotation -> annotation.declaration().hasAnnotation(HttpMethod.class));
    }

    private static boolean isDeclared(MethodInfo route) {
        return route.hasAnnotation(Allowed.class)
                || route.hasAnnotation(SignedIn.class)
                || route.hasAnnotation(Open.class);
    }
}
