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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.facilities.Facility;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;
import org.jspecify.annotations.Nullable;

/// Booking for a patient: the first free slot is chosen already, so that Enter books it; type, provider, day and slot
/// may be changed. What is beside the hours is booked with a reason.
@Path("/app")
@RunOnVirtualThread
public class BookingPages {
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final Appointments appointments;
    private final BookingChoices choices;
    private final Directory directory;
    private final Pages pages;
    private final Refusals refusals;

    BookingPages(
            Database database,
            Appointments appointments,
            BookingChoices choices,
            Directory directory,
            Pages pages,
            Refusals refusals) {
        this.database = database;
        this.appointments = appointments;
        this.choices = choices;
        this.directory = directory;
        this.pages = pages;
        this.refusals = refusals;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance book(Frame frame, BookingChoices.Shown shown, Form form, boolean focus);
    }

    @GET
    @Path("patients/{id: [0-9]+}/book")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response offer(
            @PathParam("id") int id,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("provider") @DefaultValue("") String provider,
            @QueryParam("day") @DefaultValue("") String day,
            @HeaderParam("HX-Request") @Nullable String byScript) {
        Form asked = Form.empty().with("type", type).with("provider", provider).with("day", day);
        return show(200, id, asked, byScript == null);
    }

    @POST
    @Path("patients/{id: [0-9]+}/book")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response book(@PathParam("id") int id) {
        Form form = pages.form();
        return read(id, form).map(wanted -> booked(id, form, wanted)).orElseGet(() -> show(422, id, form, true));
    }

    private Optional<BookingRequest> read(int id, Form form) {
        var type = form.number("type");
        Integer typeId = type.isPresent() ? type.getAsInt() : null;
        Integer cover = form.number("cover").isPresent() ? form.number("cover").getAsInt() : null;
        return form.has("beside")
                ? readBeside(id, form, typeId, cover)
                : SlotChoice.parse(form.text("slot"))
                        .map(slot -> new BookingRequest(
                                new PatientId(id),
                                slot.provider(),
                                typeId,
                                slot.start(),
                                null,
                                new Terms(slot.facility().value(), null, cover, null, false, null)))
                        .or(() -> {
                            form.wrong("", words().chooseSlot());
                            return Optional.empty();
                        });
    }

    private Optional<BookingRequest> readBeside(int id, Form form, @Nullable Integer type, @Nullable Integer cover) {
        var provider = form.number("other_provider");
        if (provider.isEmpty()) {
            form.wrong("other_provider", pages.words(Words.class).chooseOne());
        }
        Optional<LocalDate> day = form.date("other_day");
        if (day.isEmpty()) {
            form.wrong("other_day", pages.words(Words.class).enterDate());
        }
        Optional<LocalTime> hour = form.time("other_time");
        if (hour.isEmpty()) {
            form.wrong("other_time", words().enterTime());
        }
        String reason = form.required("reason", words().enterReason());
        if (reason.length() > LONGEST_REASON) {
            form.wrong("reason", words().tooLong(LONGEST_REASON));
        }
        if (!form.isGood()) {
            return Optional.empty();
        }
        var with = new ProviderId(provider.orElseThrow());
        Facility place = database.write(tx -> directory.placeOf(tx, with, day.orElseThrow()));
        return start(form, day.orElseThrow().atTime(hour.orElseThrow()), place)
                .map(start -> new BookingRequest(
                        new PatientId(id),
                        with,
                        type,
                        start,
                        null,
                        new Terms(place.id().value(), null, cover, null, true, reason)));
    }

    // What is typed is meant on the wall of the place where it is booked.
    private Optional<Instant> start(Form form, LocalDateTime written, Facility place) {
        Optional<Instant> start = new ClinicTime(place.zone()).parse(written.toString());
        if (start.isEmpty()) {
            form.wrong("other_time", words().noSuchTime());
        }
        return start;
    }

    private Response booked(int id, Form form, BookingRequest wanted) {
        return switch (database.write(tx -> appointments.book(tx, pages.actor(), wanted))) {
            case Booking.Booked(Appointment booked, boolean coverExpires) -> done(booked, coverExpires);
            case Booking.Unknown(Booking.Named what) when what == Booking.Named.PATIENT -> throw Refusals.absent();
            case Booking refusal ->
                bookedBefore(refusal, wanted)
                        .map(visit -> pages.go(VisitPages.path(visit.id().value())))
                        .orElseGet(() -> refused(id, form, refusal));
        };
    }

    // The button was pressed twice: what is in the way is what was wanted.
    private static Optional<Appointment> bookedBefore(Booking refusal, BookingRequest wanted) {
        Optional<Appointment> inTheWay = switch (refusal) {
            case TimeRefusal.PatientBusy(Optional<Appointment> visit) -> visit;
            case TimeRefusal.ProviderBusy(Optional<Appointment> visit) -> visit;
            case Booking other -> Optional.empty();
        };
        return inTheWay.filter(visit -> visit.patient().equals(wanted.patient())
                && visit.provider().equals(wanted.provider())
                && visit.during().start().equals(wanted.start()));
    }

    private Response done(Appointment booked, boolean coverExpires) {
        String page = "/app/appointments/" + booked.id().value();
        String text = words().booked(pages.when()
                .full(booked.during().start(), booked.place().zone()));
        return pages.go(
                page,
                Notice.undoable(
                        coverExpires ? text + " " + words().coverWillHaveEnded() : text,
                        page + "/undo",
                        Map.of("version", String.valueOf(booked.version()))));
    }

    // Whoever was faster has the slot; the next ones are shown at once.
    private Response refused(int id, Form form, Booking refusal) {
        form.wrong("", refusals.sentence(refusal));
        return show(refusal instanceof TimeRefusal ? 409 : 422, id, form, true);
    }

    private Response show(int status, int id, Form form, boolean focus) {
        return database.write(tx -> choices.of(tx, pages.actor(), new PatientId(id), form))
                .map(shown -> pages.show(status, Templates.book(pages.frame(), shown, form, focus)))
                .orElseThrow(Refusals::absent);
    }

    private BookingWords words() {
        return pages.words(BookingWords.class);
    }
}
