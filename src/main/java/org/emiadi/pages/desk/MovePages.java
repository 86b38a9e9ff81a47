package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.people.Patients;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;
import org.jspecify.annotations.Nullable;

/// Moving an appointment to another time, with the same provider or another. It stays where it is until the new time is
/// taken.
@Path("/app")
@RunOnVirtualThread
public class MovePages {
    private static final int LONGEST_REASON = 500;
    private static final String ANYBODY = "any";

    private final Database database;
    private final Appointments appointments;
    private final Patients patients;
    private final Directory directory;
    private final SlotOffer offer;
    private final VisitCards cards;
    private final Faces faces;
    private final Refusals refusals;
    private final Pages pages;

    MovePages(
            Database database,
            Appointments appointments,
            Patients patients,
            Directory directory,
            SlotOffer offer,
            VisitCards cards,
            Faces faces,
            Refusals refusals,
            Pages pages) {
        this.database = database;
        this.appointments = appointments;
        this.patients = patients;
        this.directory = directory;
        this.offer = offer;
        this.cards = cards;
        this.faces = faces;
        this.refusals = refusals;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance move(
                Frame frame,
                Face face,
                VisitCard visit,
                With with,
                List<SlotChoice.Day> slots,
                Form form,
                boolean focus);
    }

    /// With whom the new time is to be.
    ///
    /// @param same   the provider of the appointment
    /// @param others everybody else
    /// @param named  whether slots of several providers are shown
    record With(String same, boolean anybody, List<BookingChoices.Choice> others, boolean named) {}

    @GET
    @Path("appointments/{id: [0-9]+}/move")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response ask(
            @PathParam("id") int id,
            @QueryParam("day") @DefaultValue("") String day,
            @QueryParam("provider") @DefaultValue("") String provider,
            @HeaderParam("HX-Request") @Nullable String byScript) {
        return show(200, id, Form.empty().with("day", day).with("provider", provider), byScript == null);
    }

    private Response show(int status, int id, Form form, boolean focus) {
        return database.write(tx -> appointments
                        .find(tx, pages.actor(), new AppointmentId(id))
                        .flatMap(visit -> template(tx, visit, form, focus)))
                .map(page -> pages.show(status, page))
                .orElseThrow(Refusals::absent);
    }

    private Optional<TemplateInstance> template(Tx tx, Appointment visit, Form form, boolean focus) {
        LocalDate from = form.date("day").orElse(null);
        Duration length = visit.typeId() == null
                ? Duration.between(visit.during().start(), visit.during().end())
                : null;
        boolean anybody = form.text("provider").equals(ANYBODY);
        int provider = form.number("provider").orElse(visit.provider().value());
        var wanted = new SlotOffer.Wanted(visit.typeId(), length, anybody ? null : provider, from);
        Names names = directory.names(tx, List.of(visit.provider()));
        return patients.find(tx, pages.actor(), visit.patient())
                .map(patient -> Templates.move(
                        pages.frame(),
                        faces.of(patient),
                        cards.of(visit, names),
                        with(tx, visit, names, anybody, provider),
                        offer.find(tx, pages.actor(), wanted),
                        form,
                        focus));
    }

    private With with(Tx tx, Appointment visit, Names names, boolean anybody, int chosen) {
        var others = directory.providers(tx).stream()
                .filter(provider -> !provider.id().equals(visit.provider()))
                .map(provider -> new BookingChoices.Choice(
                        String.valueOf(provider.personId()),
                        provider.details().name(),
                        !anybody && provider.personId() == chosen))
                .toList();
        return new With(
                names.provider(visit.provider()),
                anybody,
                others,
                anybody || chosen != visit.provider().value());
    }

    @POST
    @Path("appointments/{id: [0-9]+}/move")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response move(@PathParam("id") int id) {
        Form form = pages.form();
        var before = database.write(tx -> appointments.find(tx, pages.actor(), new AppointmentId(id)));
        if (before.isEmpty()) {
            throw Refusals.absent();
        }
        var move = read(form, before.get());
        if (move.isEmpty()) {
            return show(422, id, form, true);
        }
        String reason = form.text("reason");
        var request = new StatusRequest(
                AppointmentStatus.RESCHEDULED,
                move.get(),
                reason.isEmpty() ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
                null,
                null,
                form.number("version"));
        return moved(id, form, before.get(), request);
    }

    private Response moved(int id, Form form, Appointment before, StatusRequest request) {
        var outcome = database.write(tx -> appointments.change(tx, pages.actor(), before.id(), request));
        return switch (outcome) {
            case StatusChange.Changed(Appointment changed) ->
                pages.go(VisitPages.path(id), form.has("undo") ? undone(changed) : notice(before, changed));
            case StatusChange.Absent() -> throw Refusals.absent();
            case StatusChange refusal -> {
                form.wrong("", refusals.sentence(refusal));
                yield show(Refusals.isTaken(refusal) ? 409 : 422, id, form, true);
            }
        };
    }

    private Optional<StatusRequest.Move> read(Form form, Appointment visit) {
        if (form.has("undo")) {
            return instant(form.text("undo"))
                    .map(start -> new StatusRequest.Move(
                            start, instant(form.text("end")).orElse(null), form.has("beside"), provider(form)));
        }
        if (form.has("beside")) {
            return readBeside(form, visit);
        }
        var slot = SlotChoice.parse(form.text("slot"));
        if (slot.isEmpty()) {
            form.wrong("", words().chooseSlot());
        }
        return slot.map(chosen -> new StatusRequest.Move(chosen.start(), null, false, chosen.provider()));
    }

    private static @Nullable ProviderId provider(Form form) {
        return form.number("provider").isPresent()
                ? new ProviderId(form.number("provider").getAsInt())
                : null;
    }

    private Optional<StatusRequest.Move> readBeside(Form form, Appointment visit) {
        Optional<LocalDate> day = form.date("other_day");
        if (day.isEmpty()) {
            form.wrong("other_day", pages.words(Words.class).enterDate());
        }
        Optional<LocalTime> hour = form.time("other_time");
        if (hour.isEmpty()) {
            form.wrong("other_time", words().enterTime());
        }
        form.required("reason", words().enterReason());
        return form.isGood()
                ? Optional.of(new StatusRequest.Move(
                        day.orElseThrow()
                                .atTime(hour.orElseThrow())
                                .atZone(visit.place().zone())
                                .toInstant(),
                        null,
                        true))
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private Notice notice(Appointment before, Appointment after) {
        var zone = after.place().zone();
        String text = words().moved(
                        pages.when().full(before.during().start(), zone),
                        pages.when().full(after.during().start(), zone));
        return Notice.undoable(
                text,
                VisitPages.path(after.id().value()) + "/move",
                Map.of(
                        "undo", before.during().start().toString(),
                        "end", before.during().end().toString(),
                        "provider", String.valueOf(before.provider().value()),
                        "beside", before.place().outsideHours() ? "yes" : "",
                        "reason", words().undoneReason(),
                        "version", String.valueOf(after.version())));
    }

    private Notice undone(Appointment back) {
        return Notice.of(words().movedBack(
                        pages.when().full(back.during().start(), back.place().zone())));
    }

    private BookingWords words() {
        return pages.words(BookingWords.class);
    }
}
