package org.emiadi.pages.patient;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.calendar.http.CalendarResource;
import org.emiadi.insurance.Cover;
import org.emiadi.insurance.Covers;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Page;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.emiadi.records.MedicalRecord;
import org.emiadi.records.MedicalRecords;
import org.emiadi.records.RecordFilter;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// A patient's visits: what is to come, what has been, and each by itself with what can be done about it.
@Path("/app")
@RunOnVirtualThread
public class VisitPages {
    static final String PATH = "/app/me/appointments/";
    private static final int LONGEST_REASON = 500;
    private static final int MOST_RECORDS = 20;

    private final Database database;
    private final Pages pages;
    private final Problems problems;
    private final CurrentRequest request;
    private final Visits visits;
    private final Appointments appointments;
    private final Covers covers;
    private final MedicalRecords records;
    private final Clock clock;

    VisitPages(
            Database database,
            Pages pages,
            Problems problems,
            CurrentRequest request,
            Visits visits,
            Appointments appointments,
            Covers covers,
            MedicalRecords records,
            Clock clock) {
        this.database = database;
        this.pages = pages;
        this.problems = problems;
        this.request = request;
        this.visits = visits;
        this.appointments = appointments;
        this.covers = covers;
        this.records = records;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "patient")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance visits(
                Frame frame, List<VisitView> coming, Page<VisitView> over, boolean first, PatientWords words);

        static native TemplateInstance visit(Frame frame, Shown shown, PatientWords words);

        static native TemplateInstance cancel(Frame frame, Form form, VisitView visit);
    }

    /// A visit by itself.
    ///
    /// @param booked  whether it has just been booked, or the address of that page was kept
    /// @param insurer of the cover that is to be used; null for none
    /// @param records what the provider wrote
    public record Shown(
            VisitView visit, boolean booked, @Nullable String insurer, List<MedicalRecord> records) {}

    @GET
    @Path("me/appointments")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response list(@QueryParam("cursor") @Nullable String cursor) {
        var slice = Query.slice("10", cursor, 2);
        boolean first = slice.after().isEmpty();
        Actor actor = pages.actor();
        return database.write(tx -> pages.show(Templates.visits(
                pages.frame(),
                first ? visits.toCome(tx, actor) : List.of(),
                visits.over(tx, actor, slice),
                first,
                pages.words(PatientWords.class))));
    }

    @GET
    @Path("me/appointments/{id}")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response visit(@PathParam("id") int id) {
        return show(id, false);
    }

    /// What was booked, under an address that may be kept.
    @GET
    @Path("me/appointments/{id}/booked")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response booked(@PathParam("id") int id) {
        return show(id, true);
    }

    private Response show(int id, boolean booked) {
        return onVisit(id, (tx, visit) -> {
            boolean stands = booked && visit.open();
            var shown = new Shown(visit, stands, insurer(tx, visit), records(tx, visit));
            return pages.show(Templates.visit(pages.frame(), shown, pages.words(PatientWords.class)));
        });
    }

    private @Nullable String insurer(Tx tx, VisitView visit) {
        Integer cover = visit.appointment().coverId();
        return cover == null
                ? null
                : covers.find(tx, pages.actor(), cover)
                        .map(Cover::details)
                        .map(card -> card.providerName())
                        .orElse(null);
    }

    private List<MedicalRecord> records(Tx tx, VisitView visit) {
        var ofVisit = new RecordFilter(
                Optional.empty(), Optional.of(visit.appointment().id()), Optional.empty());
        return visit.open()
                ? List.of()
                : records.list(tx, pages.actor(), ofVisit, Slice.first(MOST_RECORDS))
                        .rows();
    }

    @GET
    @Path("me/appointments/{id}/calendar")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response calendar(@PathParam("id") int id) {
        return onVisit(id, (tx, visit) -> CalendarResource.file(visit.entry(), request.messages(), clock));
    }

    @POST
    @Path("me/appointments/{id}/confirm")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response confirm(@PathParam("id") int id) {
        var outcome = change(id, StatusRequest.of(AppointmentStatus.CONFIRMED));
        return outcome instanceof StatusChange.Changed
                ? pages.go(PATH + id, Notice.of(pages.words(PatientWords.class).thanks()))
                : refused(id, outcome);
    }

    @GET
    @Path("me/appointments/{id}/cancel")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response askToCancel(@PathParam("id") int id) {
        return onVisit(
                id,
                (tx, visit) -> visit.open()
                        ? pages.show(Templates.cancel(pages.frame(), pages.form(), visit))
                        : pages.go(PATH + id));
    }

    @POST
    @Path("me/appointments/{id}/cancel")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") int id) {
        String reason = pages.form().orNull("reason");
        var words = pages.words(PatientWords.class);
        if (reason != null && reason.length() > LONGEST_REASON) {
            pages.form().wrong("reason", words.tooLong(LONGEST_REASON));
            return onVisit(id, (tx, visit) -> pages.show(Templates.cancel(pages.frame(), pages.form(), visit)));
        }
        var outcome = change(id, StatusRequest.because(AppointmentStatus.CANCELLED, reason));
        return outcome instanceof StatusChange.Changed(var cancelled)
                ? pages.go(
                        PATH + id,
                        Notice.of(words.cancelledNotice(pages.when()
                                .full(
                                        cancelled.during().start(),
                                        cancelled.place().zone()))))
                : refused(id, outcome);
    }

    // Of the visit as it was shown: whoever was moved meanwhile must see the new time before they answer for it.
    private StatusChange change(int id, StatusRequest wanted) {
        var shown = wanted.expecting(pages.form().number("version"));
        return database.write(tx -> appointments.change(tx, pages.actor(), new AppointmentId(id), shown));
    }

    // Whoever was shown the button could do it then; something has happened since, and the page of the visit tells
    // what.
    private Response refused(int id, StatusChange outcome) {
        if (outcome instanceof StatusChange.Absent) {
            return problems.response(Problem.of(ProblemType.NOT_FOUND));
        }
        var words = pages.words(PatientWords.class);
        return pages.go(
                PATH + id,
                Notice.of(outcome instanceof StatusChange.Stale ? words.changedMeanwhile() : words.notAnyMore()));
    }

    private Response onVisit(int id, BiFunction<Tx, VisitView, Response> answer) {
        return database.<Optional<Response>>write(
                        tx -> visits.find(tx, pages.actor(), id).map(visit -> answer.apply(tx, visit)))
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }
}
