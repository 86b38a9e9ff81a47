package org.emiadi.platform.http;

import jakarta.ws.rs.core.Response;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Problem;

/// Problems for people in front of a browser. Kept by the room that draws the pages.
public interface ProblemPage {

    /// What a browser is answered: a page that says what to do, or the way to where it can be done (the sign-in).
    Response answer(Problem problem);

    /// The plainest page, for refusals that come before anything is known of the request.
    String plain(Problem problem, Messages words, String requestId);
}
