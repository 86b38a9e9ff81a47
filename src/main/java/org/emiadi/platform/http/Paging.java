package org.emiadi.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;

/// Lists as bare arrays, with the way to the next page in a `Link` header (RFC 8288).
public final class Paging {
    private Paging() {}

    public static Response response(Page<?> page, UriInfo uri) {
        return response(page.rows(), page.next(), uri);
    }

    /// The same for a list that stands in something else.
    public static Response response(Object whole, Optional<Cursor> further, UriInfo uri) {
        var response = Response.ok(whole);
        further.ifPresent(cursor -> {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", cursor.text())
                    .build();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        });
        return response.build();
    }
}
