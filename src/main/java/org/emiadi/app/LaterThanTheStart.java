package org.emiadi.app;

import io.quarkus.qute.runtime.EngineProducer;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

/// For the build of the application: what the framework would prepare before the first request is answered, and what
/// only pages or developers ask for, is prepared once the server is ready ([WhatCanWait]).
public final class LaterThanTheStart implements BuildCompatibleExtension {
    /// The templates are read when they are first asked for.
    @Enhancement(types = EngineProducer.class)
    public void templates(ClassConfig producer) {
        producer.removeAnnotation(each -> each.name().equals(Startup.class.getName()));
    }

    /// The OpenAPI document is written when it is first asked for. In tests our classes have a loader of their own,
    /// and the framework's cannot refer to them.
    @Enhancement(types = OpenApiDocumentService.class)
    public void document(ClassConfig service) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            service.addAnnotation(PreparedWhenAsked.class);
        }
    }
}
