package org.emiadi.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Problems;

/// Hands out the [Assets].
@Path(Assets.PATH)
public class AssetPages {
    private final Assets assets;
    private final Problems problems;

    AssetPages(Assets assets, Problems problems) {
        this.assets = assets;
        this.problems = problems;
    }

    @GET
    @Path("{address}")
    @Open
    @Operation(hidden = true)
    public Response asset(@PathParam("address") String address) {
        return assets.at(address)
                .map(asset -> Response.ok(asset.content(), asset.mediaType())
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                        .build())
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }
}
