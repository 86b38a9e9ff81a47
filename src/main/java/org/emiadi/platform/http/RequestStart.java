package org.emiadi.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;

/// Notes where a request comes from and in which language to answer, before anything can fail.
@Provider
@PreMatching
@Priority(0)
public final class RequestStart implements ContainerRequestFilter {
    private final CurrentRequest request;
    private final RoutingContext routing;

    RequestStart(CurrentRequest request, RoutingContext routing) {
        this.request = request;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        String address = routing.request().remoteAddress().hostAddress();
        request.set(Actor.anonymous(new Origin(address, WireHeaders.requestId(routing))));
        request.speak(language(context));
        if (PagePaths.holds(context.getUriInfo().getPath())) {
            request.forPage();
        }
        refuseNulCharacters();
    }

    // What was chosen on a page goes before what the browser was installed with.
    private static Locale language(ContainerRequestContext context) {
        Cookie chosen = context.getCookies().get(PagePaths.LANGUAGE_COOKIE);
        if (chosen != null && PagePaths.holds(context.getUriInfo().getPath())) {
            return Messages.in(Locale.forLanguageTag(chosen.getValue())).locale();
        }
        return Messages.accepting(Optional.ofNullable(context.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .orElse(""))
                .locale();
    }

    // As they stand in the address: nothing but this is decoded to that character.
    private void refuseNulCharacters() {
        if (routing.request().uri().contains("%00")) {
            throw new ProblemException(
                    Problem.of(ProblemType.UNREADABLE_REQUEST).because("nul"));
        }
    }
}
