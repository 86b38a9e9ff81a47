package org.emiadi.pages.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.http.AppointmentAnswers;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.PersonSearch;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.queue.WalkIn;
import org.emiadi.queue.WalkInOutcome;
import org.emiadi.queue.WalkIns;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Brings somebody without an appointment into the queue: find them, press once.
@Path("/app")
@RunOnVirtualThread
public class WalkInPages {
    private static final int MOST_FOUND = 10;
    private static final int LONGEST_SEARCH = 100;
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final WalkIns walkIns;
    private final Patients patients;
    private final Providers providers;
    private final Pages pages;
    private final CurrentRequest request;

    WalkInPages(
            Database database,
            WalkIns walkIns,
            Patients patients,
            Providers providers,
            Pages pages,
            CurrentRequest request) {
        this.database = database;
        this.walkIns = walkIns;
        this.patients = patients;
        this.providers = providers;
        this.pages = pages;
        this.request = request;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance walkin(
                Frame frame, Form form, List<Found> found, boolean searched, List<VisitPages.Choice> choices);
    }

    /// Somebody who may be meant.
    ///
    /// @param about what tells people of one name apart
    record Found(int id, String name, String about) {}

    @GET
    @Path("desk/walk-in")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response blank(@QueryParam("place") @Nullable String place) {
        return page(Form.empty().with("place", place));
    }

    /// What is typed about a patient stands in no address, so looking is a form as well.
    @POST
    @Path("desk/walk-in")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response look() {
        Form form = pages.form();
        return form.has("patient") ? enter(form) : page(form);
    }

    private Response page(Form form) {
        String typed = form.text("q");
        var page = database.write(tx -> Templates.walkin(
                pages.frame(), form, typed.isEmpty() ? List.of() : found(tx, typed), !typed.isEmpty(), choices(tx)));
        return pages.show(form.isGood() ? 200 : 422, page);
    }

    private List<Found> found(Tx tx, String typed) {
        var search = PersonSearch.of(typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH)));
        return patients.search(tx, pages.actor(), search, Slice.first(MOST_FOUND)).rows().stream()
                .map(patient -> {
                    var born = patient.details().dateOfBirth();
                    return new Found(
                            patient.id().value(),
                            patient.details().name(),
                            patient.number()
                                    + (born == null ? "" : " · " + pages.when().date(born)));
                })
                .toList();
    }

    private List<VisitPages.Choice> choices(Tx tx) {
        var everybody = new Providers.Wanted(Optional.empty(), Optional.empty(), Optional.empty());
        return providers.list(tx, everybody, Slice.first(Slice.MOST)).rows().stream()
                .map(provider -> new VisitPages.Choice(
                        provider.id().value(), provider.details().name()))
                .toList();
    }

    private Response enter(Form form) {
        var patient = form.number("patient");
        if (patient.isEmpty()) {
            throw DeskPages.absent();
        }
        if (form.has("outside") && form.number("provider").isEmpty()) {
            form.wrong("provider", words().chooseProvider());
        }
        if (form.has("outside") && !form.has("reason")) {
            form.wrong("reason", words().sayWhy());
        }
        return form.isGood() ? enter(form, new PatientId(patient.getAsInt())) : page(form);
    }

    private Response enter(Form form, PatientId patient) {
        var walkIn = walkIn(form, patient);
        record Tried(WalkInOutcome outcome, String name) {}
        var tried = database.write(tx -> new Tried(
                walkIns.enter(tx, pages.actor(), walkIn),
                patients.find(tx, pages.actor(), patient)
                        .map(found -> found.details().name())
                        .orElse("")));
        return switch (tried.outcome()) {
            case WalkInOutcome.Entered(Appointment visit, int position) -> entered(visit, position, tried.name());
            case WalkInOutcome.WaitsAlready(int visit, int ticket) ->
                pages.go("/app/queue", Notice.of(words().waitsAlready(ticket)));
            case WalkInOutcome.NobodyFree(boolean chosen) ->
                refused(form, Problem.of(ProblemType.NOBODY_FREE).because(chosen ? "chosen" : ""));
            case WalkInOutcome.Refused(Booking why) -> refused(form, AppointmentAnswers.problem(why));
        };
    }

    private static WalkIn walkIn(Form form, PatientId patient) {
        var provider = form.number("provider");
        WalkIn.With with = provider.isPresent()
                ? new WalkIn.Chosen(new ProviderId(provider.getAsInt()), form.has("outside"))
                : new WalkIn.Whoever(null, null);
        String reason = form.text("reason");
        return new WalkIn(
                patient,
                with,
                DeskPages.placeIn(form.orNull("place")),
                null,
                null,
                reason.isEmpty() ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    private Response entered(Appointment visit, int position, String name) {
        Integer ticket = visit.visit().ticket();
        String queue = "/app/queue?place=" + visit.place().facilityId();
        return pages.go(
                queue,
                Notice.undoable(
                        words().isWaiting(name, ticket == null ? 0 : ticket, position),
                        "/app/desk/visits/" + visit.id().value() + "/take-out",
                        Map.of("version", String.valueOf(visit.version()), "back", queue)));
    }

    private Response refused(Form form, Problem problem) {
        form.wrong("", request.messages().detail(problem));
        return page(form);
    }

    private BoardWords words() {
        return pages.words(BoardWords.class);
    }
}
