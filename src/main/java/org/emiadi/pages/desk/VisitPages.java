package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.HistoryStep;
import org.emiadi.appointments.Side;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.people.Patients;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.ReturnPath;
import org.jspecify.annotations.Nullable;

/// One appointment at the desk: where it stands, what can be done with it, and the slip that the patient takes home.
@Path("/app")
@RunOnVirtualThread
public class VisitPages {
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final Appointments appointments;
    private final Patients patients;
    private final Directory directory;
    private final VisitCards cards;
    private final Faces faces;
    private final Refusals refusals;
    private final Pages pages;

    VisitPages(
            Database database,
            Appointments appointments,
            Patients patients,
            Directory directory,
            VisitCards cards,
            Faces faces,
            Refusals refusals,
            Pages pages) {
        this.database = database;
        this.appointments = appointments;
        this.patients = patients;
        this.directory = directory;
        this.cards = cards;
        this.faces = faces;
        this.refusals = refusals;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance visit(Frame frame, Face face, VisitCard visit, List<Step> steps, Form form);

        static native TemplateInstance slip(
                Frame frame, Face face, VisitCard visit, @Nullable String bring, String zone);

        static native TemplateInstance cancel(Frame frame, Face face, VisitCard visit, Form form);
    }

    /// A step of the life of an appointment, in words.
    record Step(
            String at,
            String status,
            String during,
            @Nullable String reason) {}

    /// An appointment with whose it is.
    private record Seen(Appointment appointment, Face face, VisitCard card) {}

    @GET
    @Path("appointments/{id: [0-9]+}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response visit(@PathParam("id") int id) {
        return page(id, pages.form());
    }

    private Response page(int id, Form form) {
        return database.write(tx -> see(tx, id)
                        .map(seen -> Templates.visit(
                                pages.frame(), seen.face(), seen.card(), steps(tx, seen.appointment()), form)))
                .map(pages::show)
                .orElseThrow(Refusals::absent);
    }

    private Optional<Seen> see(Tx tx, int id) {
        return appointments
                .find(tx, pages.actor(), new AppointmentId(id))
                .flatMap(visit -> patients.find(tx, pages.actor(), visit.patient())
                        .map(patient -> new Seen(
                                visit,
                                faces.of(patient),
                                cards.of(visit, directory.names(tx, List.of(visit.provider()))))));
    }

    private List<Step> steps(Tx tx, Appointment visit) {
        return appointments.history(tx, pages.actor(), visit.id()).orElse(List.of()).stream()
                .map(step -> step(step, visit))
                .toList();
    }

    private Step step(HistoryStep step, Appointment visit) {
        var zone = visit.place().zone();
        return new Step(
                pages.when().moment(step.at(), zone),
                cards.label(step.to()),
                pages.when().moment(step.during().start(), zone),
                step.reason());
    }

    @GET
    @Path("appointments/{id: [0-9]+}/slip")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response slip(@PathParam("id") int id) {
        return database.write(tx -> see(tx, id))
                .map(seen -> {
                    Frame frame = pages.frame();
                    var zone = seen.appointment().place().zone();
                    return pages.show(Templates.slip(
                            frame,
                            seen.face(),
                            seen.card(),
                            frame.clinic().bring().in(frame.locale()),
                            pages.when().zone(zone)));
                })
                .orElseThrow(Refusals::absent);
    }

    /// Confirmed, checked in, did not come; each of the last two can be undone.
    @POST
    @Path("appointments/{id: [0-9]+}/status")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response change(@PathParam("id") int id) {
        Form form = pages.form();
        var status = AppointmentStatus.parse(form.text("to")).filter(VisitPages::isOneStep);
        if (status.isEmpty()) {
            throw Refusals.absent();
        }
        var request = StatusRequest.of(status.get()).expecting(form.number("version"));
        String back = form.has("back") ? ReturnPath.orHome(form.text("back")) : path(id);
        return answer(id, request, changed -> pages.go(back, notice(changed)));
    }

    private static boolean isOneStep(AppointmentStatus status) {
        return switch (status) {
            case CONFIRMED, CHECKED_IN, NO_SHOW -> true;
            case SCHEDULED, RESCHEDULED, IN_PROGRESS, COMPLETED, CANCELLED -> false;
        };
    }

    private Notice notice(Appointment changed) {
        Integer ticket = changed.visit().ticket();
        String text = changed.status() == AppointmentStatus.CHECKED_IN && ticket != null
                ? words().checkedInWithTicket(ticket)
                : words().nowStands(cards.label(changed.status()));
        boolean undoable =
                changed.status() == AppointmentStatus.CHECKED_IN || changed.status() == AppointmentStatus.NO_SHOW;
        return undoable
                ? Notice.undoable(
                        text,
                        path(changed.id().value()) + "/status",
                        Map.of("to", AppointmentStatus.CONFIRMED.text(), "version", String.valueOf(changed.version())))
                : Notice.of(text);
    }

    /// Takes back a booking that was made in error.
    @POST
    @Path("appointments/{id: [0-9]+}/undo")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response undo(@PathParam("id") int id) {
        OptionalInt seen = pages.form().number("version");
        // Else what has come since would be undone as well.
        if (seen.isEmpty()) {
            throw Refusals.absent();
        }
        var request = cancelling(words().undoneReason(), Side.CLINIC, seen);
        return answer(
                id,
                request,
                changed -> pages.go(
                        "/app/patients/" + changed.patient().value() + "/book", Notice.of(words().bookingUndone())));
    }

    @GET
    @Path("appointments/{id: [0-9]+}/cancel")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response askToCancel(@PathParam("id") int id) {
        return database.write(tx -> see(tx, id))
                .map(seen -> pages.show(Templates.cancel(
                        pages.frame(), seen.face(), seen.card(), Form.empty().with("side", Side.PATIENT.text()))))
                .orElseThrow(Refusals::absent);
    }

    @POST
    @Path("appointments/{id: [0-9]+}/cancel")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response cancel(@PathParam("id") int id) {
        Form form = pages.form();
        String reason = form.text("reason");
        var request = cancelling(
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
                Side.parse(form.text("side")).orElse(Side.PATIENT),
                form.number("version"));
        return answer(id, request, changed -> pages.go(path(id), Notice.of(words().cancelledNow())));
    }

    private static StatusRequest cancelling(String reason, Side side, OptionalInt version) {
        return new StatusRequest(
                AppointmentStatus.CANCELLED, null, reason.isEmpty() ? null : reason, side, null, version);
    }

    private interface Next {
        Response after(Appointment changed);
    }

    private Response answer(int id, StatusRequest request, Next next) {
        var outcome = database.write(tx -> appointments.change(tx, pages.actor(), new AppointmentId(id), request));
        return switch (outcome) {
            case StatusChange.Changed(Appointment changed) -> next.after(changed);
            case StatusChange.Absent() -> throw Refusals.absent();
            case StatusChange refusal -> {
                Form form = pages.form();
                form.wrong("", refusals.sentence(refusal));
                yield page(id, form);
            }
        };
    }

    static String path(int id) {
        return "/app/appointments/" + id;
    }

    private BookingWords words() {
        return pages.words(BookingWords.class);
    }

    /// For whoever reloads the page that refused a step.
    @GET
    @Path("appointments/{id: [0-9]+}/status")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response afterStep(@PathParam("id") int id) {
        return pages.go(path(id));
    }

    @GET
    @Path("appointments/{id: [0-9]+}/undo")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response afterUndo(@PathParam("id") int id) {
        return pages.go(path(id));
    }
}
