package org.emiadi.people.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.people.PersonSearch;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.people.Providers.Wanted;
import org.emiadi.people.Registration;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// Providers: on the board for everybody, on file for staff.
@Path("/providers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Providers")
public class ProviderResource {
    private final Database database;
    private final Providers providers;
    private final CurrentRequest request;
    private final Problems problems;

    ProviderResource(Database database, Providers providers, CurrentRequest request, Problems problems) {
        this.database = database;
        this.providers = providers;
        this.request = request;
        this.problems = problems;
    }

    @POST
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(operationId = "registerProvider", summary = "Registers a provider")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ProviderJson.Registered.class)))
    public Response register(@Valid @NotNull ProviderJson.New provider) {
        var outcome = database.write(tx -> providers.register(tx, request.actor(), provider.toProfile()));
        return switch (outcome) {
            case Registration.Registered<Provider>(Provider registered) ->
                Response.created(URI.create("/providers/" + registered.personId()))
                        .entity(new ProviderJson.Registered(
                                request.messages().text("done.provider-registered"), registered.personId()))
                        .build();
            case Registration.Taken<Provider>(String member) -> problems.response(PersonAnswers.taken(member));
        };
    }

    @GET
    @Open
    @Operation(
            operationId = "listProviders",
            summary = "Lists or searches providers",
            description = "Anybody may ask. Signed-in staff get ProviderForStaff.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProviderJson[].class)))
    public Response list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("cadre") @Nullable String cadre,
            @QueryParam("specialization") @Nullable String specialization,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var wanted = new Wanted(
                Query.text("search", search).map(PersonSearch::of),
                Query.text("cadre", cadre),
                Query.text("specialization", specialization));
        var slice = Query.slice(limit, cursor, 1);
        return Paging.response(
                database.write(tx -> providers.list(tx, wanted, slice)).map(this::json), uri);
    }

    @GET
    @Path("{id}")
    @Open
    @Operation(operationId = "getProvider", summary = "One provider")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProviderJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.read(tx -> providers.find(tx, new ProviderId(id)))
                .map(provider -> PersonAnswers.found(provider, this::json))
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    @PATCH
    @Path("{id}")
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(operationId = "changeProvider", summary = "Changes what is known of a provider")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProviderJson.File.class)))
    public Response change(
            @PathParam("id") int id, @Valid @NotNull ProviderJson.Changes changes, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(
                tx -> providers.change(tx, request.actor(), new ProviderId(id), expected, changes::applyTo));
        return PersonAnswers.changed(outcome, this::json, problems);
    }

    private ProviderJson json(Provider provider) {
        return request.actor().is(Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER)
                ? ProviderJson.File.of(provider)
                : ProviderJson.Board.of(provider);
    }
}
