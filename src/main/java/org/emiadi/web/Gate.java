package org.emiadi.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.PageGate;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// The way in to every page.
@Singleton
final class Gate implements PageGate {
    private final Posted posted;
    private final ReaderLanguage language;
    private final FormGuard guard;

    Gate(Posted posted, ReaderLanguage language, FormGuard guard) {
        this.posted = posted;
        this.language = language;
        this.guard = guard;
    }

    @Override
    public void read(ResteasyReactiveContainerRequestContext context) {
        FormData form = ((ResteasyReactiveRequestContext) context.getServerRequestContext()).getFormData();
        if (form != null) {
            posted.take(form);
            if (posted.form().values().values().stream()
                    .flatMap(List::stream)
                    .anyMatch(text -> text.indexOf('\0') >= 0)) {
                throw new ProblemException(
                        Problem.of(ProblemType.UNREADABLE_REQUEST).because("nul"));
            }
        }
    }

    @Override
    public void identified(ContainerRequestContext context) {
        language.choose(context);
    }

    @Override
    public Optional<Response> admit(ContainerRequestContext context) {
        return guard.check(context);
    }
}
