package org.emiadi.pages.patient.booking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.insurance.Cover;
import org.emiadi.insurance.Covers;
import org.emiadi.pages.patient.Visits;
import org.emiadi.pages.patient.booking.FreeHours.Asked;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Problems;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Choosing an hour, which anybody may, and booking it, for which patients sign in.
@Path("/app")
@RunOnVirtualThread
public class BookPages {
    private static final int MOST_COVERS = 50;

    private final Database database;
    private final Pages pages;
    private final Problems problems;
    private final FreeHours hours;
    private final Gone gone;
    private final Providers providers;
    private final AppointmentTypes types;
    private final Appointments appointments;
    private final Covers covers;

    BookPages(
            Database database,
            Pages pages,
            Problems problems,
            FreeHours hours,
            Gone gone,
            Providers providers,
            AppointmentTypes types,
            Appointments appointments,
            Covers covers) {
        this.database = database;
        this.pages = pages;
        this.problems = problems;
        this.hours = hours;
        this.gone = gone;
        this.providers = providers;
        this.types = types;
        this.appointments = appointments;
        this.covers = covers;
    }

    @CheckedTemplate(basePath = "booking")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance hours(Frame frame, Offered offered, BookingWords words);

        static native TemplateInstance check(Frame frame, Form form, Choice choice, List<Cover> covers);
    }

    /// Which hours are asked for.
    record Query(
            @QueryParam("type") @Nullable String type,
            @QueryParam("from") @Nullable String from,
            @QueryParam("day") @Nullable String day) {
        Form form() {
            return Form.empty().with("type", type).with("from", from).with("day", day);
        }
    }

    /// The hours of a provider.
    ///
    /// @param type what for; null where the provider offers nothing that patients book
    /// @param base path that the links of days and hours begin with
    public record Offered(
            Provider provider,
            List<AppointmentType> types,
            @Nullable AppointmentType type,
            FreeHours.Shown hours,
            String base) {
        /// What the links say besides the day.
        public String query() {
            return type == null ? "" : "type=" + type.id() + "&";
        }

        /// What the type is, in the language; null where nobody has said.
        public @Nullable String about(String language) {
            if (type == null) {
                return null;
            }
            var looks = type.details().looks();
            return language.equals("sw") && looks.swahili() != null ? looks.swahili() : looks.english();
        }
    }

    @GET
    @Path("book/{provider}")
    @Open
    @Operation(hidden = true)
    public Response hours(@PathParam("provider") int provider, @BeanParam Query query) {
        Form form = query.form();
        return database.read(tx -> providers.find(tx, new ProviderId(provider)).map(found -> offered(tx, found, form)))
                .map(offered -> pages.show(Templates.hours(pages.frame(), offered, pages.words(BookingWords.class))))
                .orElseGet(this::absent);
    }

    private Offered offered(Tx tx, Provider provider, Form form) {
        Actor actor = pages.actor();
        var offers = types.offeredBy(tx, actor, provider.id());
        int asked = form.number("type").orElse(-1);
        var type = offers.stream()
                .filter(known -> known.id() == asked)
                .findFirst()
                .or(() -> offers.stream().findFirst());
        var shown = type.map(found -> hours.shown(
                        tx, actor, new Asked(provider.id(), found.id()), form.date("from"), form.date("day")))
                .orElseGet(() -> new FreeHours.Shown(List.of(), null, List.of(), null, false, false, false));
        return new Offered(provider, offers, type.orElse(null), shown, "/app/book/" + provider.personId());
    }

    /// The last look before the hour is booked. Whoever has not signed in does so first, and comes back here.
    @GET
    @Path("book/{provider}/check")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response check(
            @PathParam("provider") int provider,
            @QueryParam("type") int type,
            @QueryParam("start") @DefaultValue("") String start) {
        return Choice.start(start)
                .map(instant -> check(new Asked(new ProviderId(provider), type), instant))
                .orElseGet(this::absent);
    }

    private Response check(Asked asked, Instant start) {
        return choice(asked, start)
                .map(this::checkPage)
                .orElseGet(() -> gone.page(wanted(asked, start), new TimeRefusal.NotOffered()));
    }

    private Optional<Choice> choice(Asked asked, Instant start) {
        return database.read(tx -> hours.at(tx, pages.actor(), asked, start)
                .map(slot -> new Choice(
                        slot,
                        asked.type(),
                        types.find(tx, asked.type()).orElseThrow().name())));
    }

    private Response checkPage(Choice choice) {
        Actor actor = pages.actor();
        LocalDate day = choice.start().atZone(choice.zone()).toLocalDate();
        var good = database
                .write(tx -> covers.list(tx, actor, Optional.of(Visits.self(actor)), Slice.first(MOST_COVERS)))
                .rows()
                .stream()
                .filter(cover -> !cover.details().expiryDate().isBefore(day))
                .toList();
        return pages.show(Templates.check(pages.frame(), pages.form(), choice, good));
    }

    @POST
    @Path("book/{provider}")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response book(@PathParam("provider") int provider) {
        Form form = pages.form();
        var start = Choice.start(form.text("start"));
        var type = form.number("type");
        if (start.isEmpty() || type.isEmpty()) {
            return absent();
        }
        Asked asked = new Asked(new ProviderId(provider), type.getAsInt());
        Integer cover = form.number("cover").stream().boxed().findFirst().orElse(null);
        var request = new BookingRequest(
                Visits.self(pages.actor()),
                asked.provider(),
                asked.type(),
                start.get(),
                null,
                new BookingRequest.Terms(null, null, cover, null, false, null));
        return answer(asked, start.get(), database.write(tx -> appointments.book(tx, pages.actor(), request)));
    }

    private Response answer(Asked asked, Instant start, Booking outcome) {
        return switch (outcome) {
            case Booking.Booked(Appointment booked, boolean _) -> booked(booked);
            case Booking.CoverExpired _ -> again(asked, start);
            case Booking.Unknown(Booking.Named what) -> what == Booking.Named.COVER ? again(asked, start) : absent();
            case Booking.TypeNotOffered _ ->
                pages.go("/app/book/" + asked.provider().value());
            case Booking.TypeRequired _ -> absent();
            case Booking.NotOwn _, Booking.StaffTerms _ -> problems.response(Problem.of(ProblemType.NOT_ALLOWED));
            case TimeRefusal refusal ->
                bookedBefore(asked, start, refusal)
                        .map(this::booked)
                        .orElseGet(() -> gone.page(wanted(asked, start), refusal));
        };
    }

    // Whoever has pressed the button twice has booked once, and is told so. Then it is their own visit that is in the
    // way.
    private Optional<Appointment> bookedBefore(Asked asked, Instant start, TimeRefusal refusal) {
        Optional<Appointment> inTheWay = switch (refusal) {
            case TimeRefusal.ProviderBusy(Optional<Appointment> other) -> other;
            case TimeRefusal.PatientBusy(Optional<Appointment> other) -> other;
            case TimeRefusal.RoomBusy _,
                    TimeRefusal.Held _,
                    TimeRefusal.OutsideHours _,
                    TimeRefusal.NotOffered _,
                    TimeRefusal.StaffOnly _,
                    TimeRefusal.InThePast _ -> Optional.empty();
        };
        return inTheWay.filter(visit -> pages.actor().isPatient(visit.patient().value())
                && visit.provider().equals(asked.provider())
                && visit.during().start().equals(start));
    }

    private Response booked(Appointment appointment) {
        return pages.go("/app/me/appointments/" + appointment.id().value() + "/booked");
    }

    private Response again(Asked asked, Instant start) {
        pages.form().wrong("cover", pages.words(BookingWords.class).coverExpired());
        return check(asked, start);
    }

    private static Gone.Wanted wanted(Asked asked, Instant start) {
        String path = "/app/book/" + asked.provider().value();
        return new Gone.Wanted(asked, start, path, path + "?type=" + asked.type());
    }

    private Response absent() {
        return problems.response(Problem.of(ProblemType.NOT_FOUND));
    }
}
