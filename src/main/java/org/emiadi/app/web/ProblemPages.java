package org.emiadi.app.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Problems;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;

/// What each kind of problem means, at the path that is its `type`.
@Path("/problems")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@RunOnVirtualThread
public class ProblemPages {
    private final Pages pages;
    private final CurrentRequest request;
    private final Problems problems;

    ProblemPages(Pages pages, CurrentRequest request, Problems problems) {
        this.pages = pages;
        this.request = request;
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "app")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problems(Frame frame, Messages words, List<Explanation> kinds);
    }

    /// A kind of problem, in words.
    record Explanation(String type, String code, int status, String title, String detail, String help) {
        static Explanation of(ProblemType type, Messages words) {
            return new Explanation(
                    type.path(),
                    type.code(),
                    type.status(),
                    words.title(type),
                    words.plainDetail(type),
                    words.help(type));
        }
    }

    @GET
    @Open
    @Operation(hidden = true)
    public Response all(@Context HttpHeaders headers) {
        Messages words = request.messages();
        var kinds = Arrays.stream(ProblemType.values())
                .map(type -> Explanation.of(type, words))
                .toList();
        return answer(headers, kinds, kinds);
    }

    @GET
    @Path("{code}")
    @Open
    @Operation(hidden = true)
    public Response one(@PathParam("code") String code, @Context HttpHeaders headers) {
        Messages words = request.messages();
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .map(type -> Explanation.of(type, words))
                .map(kind -> answer(headers, List.of(kind), kind))
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    private Response answer(HttpHeaders headers, List<Explanation> kinds, Object json) {
        boolean browser = headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.getSubtype().equals("html"));
        return browser
                ? pages.show(Templates.problems(pages.frame(), request.messages(), kinds))
                : Response.ok(json, MediaType.APPLICATION_JSON).build();
    }
}
