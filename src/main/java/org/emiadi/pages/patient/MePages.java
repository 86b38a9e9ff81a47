package org.emiadi.pages.patient;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.insurance.Covers;
import org.emiadi.people.Patients;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The first page of a patient: what comes next, and the shortest way to book again.
@Path("/app")
@RunOnVirtualThread
public class MePages {
    private static final int LOOK_BACK = 20;
    private static final int MOST_AGAIN = 3;
    private static final int MOST_COVERS = 50;

    private final Database database;
    private final Pages pages;
    private final Visits visits;
    private final Waiting waiting;
    private final Patients patients;
    private final Covers covers;
    private final CoverViews coverViews;

    MePages(
            Database database,
            Pages pages,
            Visits visits,
            Waiting waiting,
            Patients patients,
            Covers covers,
            CoverViews coverViews) {
        this.database = database;
        this.pages = pages;
        this.visits = visits;
        this.waiting = waiting;
        this.patients = patients;
        this.covers = covers;
        this.coverViews = coverViews;
    }

    @CheckedTemplate(basePath = "patient")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance me(Frame frame, Me me, PatientWords words);
    }

    /// What the page tells.
    ///
    /// @param next   null where nothing is to come
    /// @param later  how many come after it
    /// @param again  with whom to book again
    /// @param covers that have expired, or soon will
    public record Me(
            String name,
            @Nullable VisitView next,
            int later,
            List<WaitingView> waiting,
            List<VisitView> again,
            List<CoverView> covers) {}

    @GET
    @Path("me")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response me() {
        Me me = database.write(tx -> read(tx, pages.actor()));
        return pages.show(Templates.me(pages.frame(), me, pages.words(PatientWords.class)));
    }

    private Me read(Tx tx, Actor actor) {
        var self = Visits.self(actor);
        var coming = visits.toCome(tx, actor);
        var over = visits.over(tx, actor, Slice.first(LOOK_BACK)).rows();
        var expiring =
                coverViews
                        .of(covers.list(tx, actor, Optional.of(self), Slice.first(MOST_COVERS))
                                .rows())
                        .stream()
                        .filter(CoverView::isToBeLookedAt)
                        .toList();
        return new Me(
                patients.find(tx, actor, self).orElseThrow().details().firstName(),
                coming.isEmpty() ? null : coming.getFirst(),
                Math.max(0, coming.size() - 1),
                waiting.offered(tx, actor),
                again(coming, over),
                expiring);
    }

    // The latest visit with each of the last few providers. What staff booked for nothing in particular cannot be
    // booked
    // again by a patient.
    private static List<VisitView> again(List<VisitView> coming, List<VisitView> over) {
        var latest = new ArrayList<>(coming.reversed());
        latest.addAll(over);
        var byProvider = new LinkedHashMap<Integer, VisitView>();
        latest.stream()
                .filter(visit -> visit.type() != null && !visit.isCancelled())
                .forEach(visit -> byProvider.putIfAbsent(visit.provider().personId(), visit));
        return byProvider.values().stream().limit(MOST_AGAIN).toList();
    }
}
