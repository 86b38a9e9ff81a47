package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.people.Patients;
import org.emiadi.people.PersonSearch;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// One box that finds a patient, as one types or on Enter. What is typed goes in the body, as it is about somebody.
@Path("/app")
@RunOnVirtualThread
public class SearchPages {
    /// What to go on to from a patient who was found.
    private static final String TO_BOOK = "book";

    /// More are not read through; another letter is typed instead.
    private static final int MOST_SHOWN = 12;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final Database database;
    private final Patients patients;
    private final Pages pages;
    private final Faces faces;

    SearchPages(Database database, Patients patients, Pages pages, Faces faces) {
        this.database = database;
        this.patients = patients;
        this.pages = pages;
        this.faces = faces;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(Frame frame, String typed, boolean book, Hits hits);

        static native TemplateInstance hits(boolean book, Hits hits);
    }

    /// Who was found.
    ///
    /// @param asked whether enough was typed to look for anybody
    /// @param more  whether there are others
    /// @param first whether the first of them is to have the focus
    record Hits(boolean asked, List<Face> faces, boolean more, boolean first) {
        static final Hits NONE = new Hits(false, List.of(), false, false);
    }

    @GET
    @Path("patients")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response box(@QueryParam("then") @DefaultValue("") String then) {
        return pages.show(Templates.search(pages.frame(), "", then.equals(TO_BOOK), Hits.NONE));
    }

    /// On Enter; a part of the page while somebody types.
    @POST
    @Path("patients")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response search(@HeaderParam("HX-Request") @Nullable String byScript) {
        String typed = typed();
        boolean book = pages.form().text("then").equals(TO_BOOK);
        boolean asWhole = byScript == null;
        Hits hits = typed.length() < SHORTEST ? Hits.NONE : find(typed, asWhole);
        if (!asWhole) {
            return pages.show(Templates.hits(book, hits));
        }
        if (hits.faces().size() == 1) {
            String patient = "/app/patients/" + hits.faces().getFirst().id();
            return pages.go(book ? patient + "/book" : patient);
        }
        return pages.show(Templates.search(pages.frame(), typed, book, hits));
    }

    private Hits find(String typed, boolean first) {
        var page = database.write(
                tx -> patients.search(tx, pages.actor(), PersonSearch.of(typed), Slice.first(MOST_SHOWN)));
        return new Hits(
                true, page.rows().stream().map(faces::of).toList(), page.next().isPresent(), first);
    }

    private String typed() {
        String typed = pages.form().text("search");
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }
}
