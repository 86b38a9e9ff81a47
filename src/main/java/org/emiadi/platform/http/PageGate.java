package org.emiadi.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// What a request for a page goes through, around the question of who may see it. Kept by the room that draws the
/// pages, and called by [AccessFilter] alone, so that the order stands in one place.
public interface PageGate {

    /// Keeps the form that was sent: what a person has typed outlives their sign-in.
    void read(ResteasyReactiveContainerRequestContext context);

    /// Whoever it is has been found out, or is nobody: the language is chosen.
    void identified(ContainerRequestContext context);

    /// The last word before the page itself: an answer in its place, for a form that does not come from one of ours.
    Optional<Response> admit(ContainerRequestContext context);
}
