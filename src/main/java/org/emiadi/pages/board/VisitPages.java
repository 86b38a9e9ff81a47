package org.emiadi.pages.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.appointments.http.AppointmentAnswers;
import org.emiadi.people.Patient;
import org.emiadi.people.Patients;
import org.emiadi.people.Provider;
import org.emiadi.people.Providers;
import org.emiadi.platform.Database;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.ReturnPath;

/// What is done with a visit on the board or in the queue: one press each, and back to where one was, with the way to
/// undo it.
@Path("/app")
@RunOnVirtualThread
public class VisitPages {
    static final String VISIT = "desk/visits/{id: [0-9]+}";

    private static final int MOST_PROVIDERS = Slice.MOST;

    private final Database database;
    private final Appointments appointments;
    private final AppointmentTypes types;
    private final Patients patients;
    private final Providers providers;
    private final Pages pages;
    private final CurrentRequest request;

    VisitPages(
            Database database,
            Appointments appointments,
            AppointmentTypes types,
            Patients patients,
            Providers providers,
            Pages pages,
            CurrentRequest request) {
        this.database = database;
        this.appointments = appointments;
        this.types = types;
        this.patients = patients;
        this.providers = providers;
        this.pages = pages;
        this.request = request;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance visit(Frame frame, Shown visit, Form form);
    }

    /// A visit in words.
    ///
    /// @param back  to its day
    /// @param steps that can be taken now
    /// @param choices of providers to move it to
    record Shown(
            int id,
            int version,
            int patient,
            String name,
            String number,
            String phone,
            String time,
            String provider,
            String what,
            String status,
            String ticket,
            String reason,
            String zone,
            String back,
            boolean desk,
            boolean movable,
            List<Step> steps,
            List<Choice> choices) {}

    /// One press.
    record Step(String path, String label, String key) {}

    /// A provider to choose.
    record Choice(int id, String name) {}

    /// A visit with its people.
    private record Seen(Appointment visit, Patient patient, Optional<Provider> provider, String what) {}

    @GET
    @Path(VISIT)
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response visit(@PathParam("id") int id) {
        return page(id, Form.empty());
    }

    /// Whoever comes back to a step by its address, by a reload or in another language.
    @GET
    @Path(VISIT + "/{step}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response step(@PathParam("id") int id, @PathParam("step") String step) {
        return pages.go("/app/desk/visits/" + id);
    }

    private Response page(int id, Form form) {
        return database.write(tx -> see(tx, id)
                        .map(seen -> Templates.visit(pages.frame(), shown(tx, seen), filled(form, seen.visit()))))
                .map(page -> pages.show(form.isGood() ? 200 : 422, page))
                .orElseThrow(DeskPages::absent);
    }

    private Optional<Seen> see(Tx tx, int id) {
        return appointments
                .find(tx, pages.actor(), new AppointmentId(id))
                .flatMap(visit -> patients.find(tx, pages.actor(), visit.patient())
                        .map(patient -> new Seen(
                                visit,
                                patient,
                                providers.find(tx, visit.provider()),
                                Optional.ofNullable(visit.typeId())
                                        .flatMap(type -> types.find(tx, type))
                                        .map(type -> type.details().name())
                                        .orElse(""))));
    }

    // What was typed stays; before anybody types, it is as it stands.
    private Form filled(Form form, Appointment visit) {
        if (form.has("day") || form.has("time")) {
            return form;
        }
        var zone = visit.place().zone();
        return form.with("day", visit.day())
                .with("time", pages.when().time(visit.during().start(), zone))
                .with("provider", visit.provider().value());
    }

    private Shown shown(Tx tx, Seen seen) {
        Appointment visit = seen.visit();
        var zone = visit.place().zone();
        var when = pages.when();
        Integer ticket = visit.visit().ticket();
        boolean movable = visit.status().next().contains(AppointmentStatus.RESCHEDULED);
        boolean desk = pages.actor().isDesk();
        return new Shown(
                visit.id().value(),
                visit.version(),
                visit.patient().value(),
                seen.patient().details().name(),
                seen.patient().number(),
                Optional.ofNullable(seen.patient().details().phone())
                        .map(PhoneNumber::readable)
                        .orElse(""),
                when.full(visit.during().start(), zone) + "–"
                        + when.time(visit.during().end(), zone),
                nameOf(seen.provider()),
                seen.what(),
                BoardDrawing.word(words(), visit.status()),
                ticket == null ? "" : ticket.toString(),
                Optional.ofNullable(visit.reason()).orElse(""),
                when.zone(zone),
                backOf(visit),
                desk,
                movable,
                steps(visit),
                movable && desk ? choices(tx) : List.of());
    }

    private static String nameOf(Optional<Provider> provider) {
        return provider.map(found -> found.details().name()).orElse("");
    }

    private String backOf(Appointment visit) {
        return pages.actor().isDesk()
                ? DeskPages.dayPath(visit.day(), visit.place().facilityId())
                : "/app/queue?place=" + visit.place().facilityId();
    }

    private List<Choice> choices(Tx tx) {
        var everybody = new Providers.Wanted(Optional.empty(), Optional.empty(), Optional.empty());
        return providers.list(tx, everybody, Slice.first(MOST_PROVIDERS)).rows().stream()
                .map(provider ->
                        new Choice(provider.id().value(), provider.details().name()))
                .toList();
    }

    private List<Step> steps(Appointment visit) {
        var next = visit.status().next();
        var steps = new ArrayList<Step>();
        if (next.contains(AppointmentStatus.CHECKED_IN) && visit.status() != AppointmentStatus.IN_PROGRESS) {
            steps.add(new Step("check-in", words().checkIn(), "c"));
        }
        if (visit.status() == AppointmentStatus.CHECKED_IN) {
            steps.add(new Step("call", words().call(), ""));
        }
        if (visit.status() == AppointmentStatus.IN_PROGRESS) {
            steps.add(new Step("done", words().done(), ""));
        }
        if (next.contains(AppointmentStatus.NO_SHOW)) {
            steps.add(new Step("no-show", words().noShow(), "x"));
        }
        if (visit.status() == AppointmentStatus.SCHEDULED || visit.status() == AppointmentStatus.RESCHEDULED) {
            steps.add(new Step("confirm", words().confirm(), ""));
        }
        return steps;
    }

    @POST
    @Path(VISIT + "/check-in")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response checkIn(@PathParam("id") int id) {
        return take(
                id,
                AppointmentStatus.CHECKED_IN,
                seen -> undoable(seen, words().hasArrived(name(seen), ticket(seen)), AppointmentStatus.CONFIRMED));
    }

    @POST
    @Path(VISIT + "/no-show")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response noShow(@PathParam("id") int id) {
        return take(
                id,
                AppointmentStatus.NO_SHOW,
                seen -> undoable(seen, words().didNotCome(name(seen)), AppointmentStatus.CONFIRMED));
    }

    @POST
    @Path(VISIT + "/call")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response call(@PathParam("id") int id) {
        return take(
                id,
                AppointmentStatus.IN_PROGRESS,
                seen -> undoable(seen, words().isCalled(name(seen), ticket(seen)), AppointmentStatus.CHECKED_IN));
    }

    @POST
    @Path(VISIT + "/done")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response done(@PathParam("id") int id) {
        return take(id, AppointmentStatus.COMPLETED, seen -> Notice.of(words().isDone(name(seen))));
    }

    @POST
    @Path(VISIT + "/confirm")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response confirm(@PathParam("id") int id) {
        return take(id, AppointmentStatus.CONFIRMED, seen -> Notice.of(words().isConfirmed(name(seen))));
    }

    /// Takes a step back that was taken in error.
    @POST
    @Path(VISIT + "/undo")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response undo(@PathParam("id") int id) {
        mustSayWhatWasSeen();
        var to = AppointmentStatus.parse(pages.form().text("to"))
                .filter(status -> status == AppointmentStatus.CONFIRMED || status == AppointmentStatus.CHECKED_IN);
        return take(id, to.orElseThrow(DeskPages::absent), seen -> Notice.of(words().isBack(name(seen))));
    }

    /// Takes a walk-in who was entered in error out of the queue.
    @POST
    @Path(VISIT + "/take-out")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response takeOut(@PathParam("id") int id) {
        mustSayWhatWasSeen();
        return take(id, AppointmentStatus.CANCELLED, seen -> Notice.of(words().isTakenOut(name(seen))));
    }

    // Else what has come since would be undone as well.
    private void mustSayWhatWasSeen() {
        if (pages.form().number("version").isEmpty()) {
            throw DeskPages.absent();
        }
    }

    private Notice undoable(Seen seen, String text, AppointmentStatus to) {
        var visit = seen.visit();
        return Notice.undoable(
                text,
                "/app/desk/visits/" + visit.id().value() + "/undo",
                Map.of(
                        "to",
                        to.text(),
                        "version",
                        String.valueOf(visit.version()),
                        "back",
                        backTo(pages.form(), backOf(visit))));
    }

    private Response take(int id, AppointmentStatus to, Function<Seen, Notice> notice) {
        Form form = pages.form();
        var asked = StatusRequest.of(to).expecting(form.number("version"));
        record Taken(StatusChange outcome, Optional<Seen> seen) {}
        var taken = database.write(tx -> {
            var outcome = appointments.change(tx, pages.actor(), new AppointmentId(id), asked);
            return new Taken(outcome, see(tx, id).filter(seen -> seen.visit().status() == to));
        });
        // Whoever presses twice finds done what they wanted.
        if (taken.seen().isPresent()) {
            Seen seen = taken.seen().get();
            return pages.go(backTo(form, backOf(seen.visit())), notice.apply(seen));
        }
        return switch (taken.outcome()) {
            case StatusChange.Changed(Appointment visit) -> pages.go(backTo(form, backOf(visit)));
            case StatusChange.Absent() -> throw DeskPages.absent();
            case StatusChange refusal -> refused(id, form, refusal);
        };
    }

    /// The page with what is wrong in its form.
    Response again(int id, Form form) {
        return page(id, form);
    }

    Response refused(int id, Form form, StatusChange refusal) {
        form.wrong("", request.messages().detail(AppointmentAnswers.refusal(refusal)));
        return page(id, form);
    }

    static String backTo(Form form, String otherwise) {
        return form.given("back").map(ReturnPath::orHome).orElse(otherwise);
    }

    private static String name(Seen seen) {
        return seen.patient().details().name();
    }

    private static int ticket(Seen seen) {
        Integer ticket = seen.visit().visit().ticket();
        return ticket == null ? 0 : ticket;
    }

    private BoardWords words() {
        return pages.words(BoardWords.class);
    }
}
