package org.emiadi.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.emiadi.platform.ProblemType;

/// The problems of the route's own that the OpenAPI document names. Those that follow from its shape, as 401 from the
/// need to sign in or 422 from having a body, are not listed here: [ApiDocument] adds them by itself.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    ProblemType[] value();
}
