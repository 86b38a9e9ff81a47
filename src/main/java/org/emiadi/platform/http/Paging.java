package org.emiadi.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.emiadi.platform.Page;

/// Lists as bare arrays, with the way to the next page in a `Link` header (RFC 8288).
public final class Paging {
    private Paging() {}

    public static Response response(Page<?> page, UriInfo uri) {
        var response = Response.ok(page.rows());
        page.next().ifPresent(cursor -> {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor.text())
                    .build();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
        return response.build();
    }
}
