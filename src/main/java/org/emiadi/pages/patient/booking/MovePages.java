package org.emiadi.pages.patient.booking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.pages.patient.PatientWords;
import org.emiadi.pages.patient.VisitView;
import org.emiadi.pages.patient.Visits;
import org.emiadi.pages.patient.booking.FreeHours.Asked;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Problems;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Moving a visit to another hour with the same provider. The old hour is kept until the new one is taken.
@Path("/app")
@RunOnVirtualThread
public class MovePages {
    private final Database database;
    private final Pages pages;
    private final Problems problems;
    private final Visits visits;
    private final FreeHours hours;
    private final Gone gone;
    private final Appointments appointments;

    MovePages(
            Database database,
            Pages pages,
            Problems problems,
            Visits visits,
            FreeHours hours,
            Gone gone,
            Appointments appointments) {
        this.database = database;
        this.pages = pages;
        this.problems = problems;
        this.visits = visits;
        this.hours = hours;
        this.gone = gone;
        this.appointments = appointments;
    }

    @CheckedTemplate(basePath = "booking")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance move(
                Frame frame, VisitView visit, FreeHours.Shown hours, String base, String query, BookingWords words);

        static native TemplateInstance moveCheck(Frame frame, VisitView visit, Choice choice);
    }

    @GET
    @Path("me/appointments/{id}/move")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response hours(
            @PathParam("id") int id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("day") @Nullable String day) {
        Form form = Form.empty().with("from", from).with("day", day);
        return onVisit(id, visit -> {
            var shown = database.read(
                    tx -> hours.shown(tx, pages.actor(), asked(visit), form.date("from"), form.date("day")));
            return pages.show(
                    Templates.move(pages.frame(), visit, shown, path(id), "", pages.words(BookingWords.class)));
        });
    }

    @GET
    @Path("me/appointments/{id}/move/check")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response check(@PathParam("id") int id, @QueryParam("start") @DefaultValue("") String start) {
        return onVisit(
                id,
                visit -> Choice.start(start)
                        .map(instant -> check(visit, instant))
                        .orElseGet(() -> pages.go(path(id))));
    }

    private Response check(VisitView visit, Instant start) {
        Asked asked = asked(visit);
        return database.read(tx -> hours.at(tx, pages.actor(), asked, start))
                .map(slot -> new Choice(slot, asked.type(), what(visit)))
                .map(choice -> pages.show(Templates.moveCheck(pages.frame(), visit, choice)))
                .orElseGet(() -> {
                    pages.form().with("version", visit.appointment().version());
                    return gone.page(wanted(visit, start), new TimeRefusal.NotOffered());
                });
    }

    @POST
    @Path("me/appointments/{id}/move")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response move(@PathParam("id") int id) {
        return onVisit(
                id,
                visit -> Choice.start(pages.form().text("start"))
                        .map(start -> move(visit, start))
                        .orElseGet(() -> pages.go(path(id))));
    }

    private Response move(VisitView visit, Instant start) {
        var wanted = StatusRequest.moveTo(start, null).expecting(pages.form().number("version"));
        var outcome =
                database.write(tx -> appointments.change(tx, pages.actor(), new AppointmentId(visit.id()), wanted));
        String back = "/app/me/appointments/" + visit.id();
        return switch (outcome) {
            case StatusChange.Changed(Appointment moved) -> pages.go(back, Notice.of(moved(moved)));
            case TimeRefusal refusal -> gone.page(wanted(visit, start), refusal);
            case StatusChange.Stale _ -> pages.go(back, Notice.of(said(PatientWords::changedMeanwhile)));
            case StatusChange.CoverExpires _ -> pages.go(back, Notice.of(said(PatientWords::coverTooShort)));
            case StatusChange.NoSense _,
                    StatusChange.NotWith _,
                    StatusChange.HasBegun _,
                    StatusChange.NotAllowed _,
                    StatusChange.TooEarly _,
                    StatusChange.NotToday _,
                    StatusChange.HasRecord _,
                    StatusChange.BadTimes _ -> pages.go(back, Notice.of(said(PatientWords::notAnyMore)));
            case StatusChange.Absent _ -> absent();
        };
    }

    private String moved(Appointment moved) {
        return pages.words(BookingWords.class)
                .moved(pages.when().full(moved.during().start(), moved.place().zone()));
    }

    private String said(Function<PatientWords, String> sentence) {
        return sentence.apply(pages.words(PatientWords.class));
    }

    // What cannot be moved by the patient any more leads back to the visit, which says so.
    private Response onVisit(int id, Function<VisitView, Response> answer) {
        Optional<VisitView> found = database.write(tx -> visits.find(tx, pages.actor(), id));
        return found.map(visit -> visit.canBeMoved() ? answer.apply(visit) : pages.go("/app/me/appointments/" + id))
                .orElseGet(this::absent);
    }

    private static Asked asked(VisitView visit) {
        Integer type = visit.appointment().typeId();
        return new Asked(visit.appointment().provider(), type == null ? -1 : type);
    }

    private static String what(VisitView visit) {
        return Optional.ofNullable(visit.what()).orElse("");
    }

    private static Gone.Wanted wanted(VisitView visit, Instant start) {
        return new Gone.Wanted(asked(visit), start, path(visit.id()), path(visit.id()));
    }

    private static String path(int id) {
        return "/app/me/appointments/" + id + "/move";
    }

    private Response absent() {
        return problems.response(Problem.of(ProblemType.NOT_FOUND));
    }
}
