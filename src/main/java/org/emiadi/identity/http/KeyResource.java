package org.emiadi.identity.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.identity.PublishedKeys;
import org.emiadi.platform.http.Open;
import org.jose4j.jwk.JsonWebKey;

/// The public keys of our access tokens (RFC 7517), for programs that want to check them.
@Path("/.well-known/jwks.json")
@Tag(name = "Sign-in")
public class KeyResource {
    private final PublishedKeys keys;

    KeyResource(PublishedKeys keys) {
        this.keys = keys;
    }

    @GET
    @Open
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getKeys", summary = "The public keys of the access tokens")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuthJson.KeySet.class)))
    public AuthJson.KeySet keys() {
        return new AuthJson.KeySet(keys.all().stream()
                .map(key -> key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                .toList());
    }
}
