package org.emiadi.app;

import io.quarkus.qute.Engine;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import org.emiadi.platform.http.BodyRules;

/// What nobody has to wait for at a start: the server is ready without it, and whoever asks first gets it all the same.
@ApplicationScoped
class WhatCanWait {
    private final Engine pages;
    private final BodyRules rules;
    private final OpenApiDocumentService document;

    WhatCanWait(Engine pages, BodyRules rules, OpenApiDocumentService document) {
        this.pages = pages;
        this.rules = rules;
        this.document = document;
    }

    /// Returns when all is there.
    void prepare() {
        pages.getEvaluator();
        rules.prepare();
        document.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
    }
}
