package org.emiadi.pages.board;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
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
import org.emiadi.people.Providers;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;
import org.jspecify.annotations.Nullable;

/// Moves a visit: dragged, by keys or by the form, all three end here.
@Path("/app")
@RunOnVirtualThread
public class MovePages {
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final Appointments appointments;
    private final Patients patients;
    private final Providers providers;
    private final VisitPages visits;
    private final Pages pages;

    MovePages(
            Database database,
            Appointments appointments,
            Patients patients,
            Providers providers,
            VisitPages visits,
            Pages pages) {
        this.database = database;
        this.appointments = appointments;
        this.patients = patients;
        this.providers = providers;
        this.visits = visits;
        this.pages = pages;
    }

    /// What came of it; nothing happened where the form is not good.
    private record Moved(Appointment before, @Nullable StatusChange outcome, String name, String provider) {}

    @POST
    @Path(VisitPages.VISIT + "/move")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response move(@PathParam("id") int id) {
        Form form = pages.form();
        return database.write(tx -> move(tx, new AppointmentId(id), form))
                .map(moved -> answer(id, form, moved))
                .orElseThrow(DeskPages::absent);
    }

    private Optional<Moved> move(Tx tx, AppointmentId id, Form form) {
        return appointments.find(tx, pages.actor(), id).map(before -> {
            var request = request(form, before);
            var outcome = request.map(asked -> appointments.change(tx, pages.actor(), id, asked));
            if (outcome.isPresent() && outcome.get() instanceof StatusChange.Changed(Appointment after)) {
                return new Moved(before, outcome.get(), nameOfPatient(tx, after), nameOfProvider(tx, after));
            }
            return new Moved(before, outcome.orElse(null), "", "");
        });
    }

    // Whoever presses twice has changed it themselves: the second time it stands where they want it.
    private static boolean isThere(Form form, Moved moved) {
        var stands = moved.before();
        var zone = stands.place().zone();
        var start = stands.during().start().atZone(zone);
        return moved.outcome() instanceof StatusChange.Stale
                && form.date("day").filter(start.toLocalDate()::equals).isPresent()
                && form.time("time").filter(start.toLocalTime()::equals).isPresent()
                && (!form.has("provider")
                        || form.number("provider").orElse(-1)
                                == stands.provider().value());
    }

    private String nameOfPatient(Tx tx, Appointment visit) {
        return patients.find(tx, pages.actor(), visit.patient())
                .map(patient -> patient.details().name())
                .orElse("");
    }

    private String nameOfProvider(Tx tx, Appointment visit) {
        return providers
                .find(tx, visit.provider())
                .map(provider -> provider.details().name())
                .orElse("");
    }

    private Optional<StatusRequest> request(Form form, Appointment before) {
        var start = start(form, before);
        boolean outside = form.has("outside");
        String reason = form.text("reason");
        if (outside && reason.isEmpty()) {
            form.wrong("reason", words().sayWhy());
        }
        var with = form.number("provider");
        if (with.isEmpty() && form.has("provider")) {
            form.wrong("provider", words().chooseProvider());
        }
        if (!form.isGood() || start.isEmpty()) {
            return Optional.empty();
        }
        // Providers move their own visits and hand none over.
        var other = with.isPresent() && with.getAsInt() != before.provider().value()
                ? new ProviderId(with.getAsInt())
                : null;
        return Optional.of(new StatusRequest(
                AppointmentStatus.RESCHEDULED,
                new StatusRequest.Move(start.get(), null, outside, other),
                reason.isEmpty() ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
                null,
                null,
                form.number("version")));
    }

    private Optional<Instant> start(Form form, Appointment before) {
        var day = form.date("day");
        var time = form.time("time");
        if (day.isEmpty()) {
            form.wrong("day", pages.words(Words.class).enterDate());
        }
        if (time.isEmpty()) {
            form.wrong("time", words().enterTime());
        }
        if (day.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        var start = new ClinicTime(before.place().zone())
                .parse(day.get() + "T" + pages.when().time(time.get()));
        if (start.isEmpty()) {
            form.wrong("time", words().noSuchTime());
        }
        return start;
    }

    private Response answer(int id, Form form, Moved moved) {
        if (isThere(form, moved)) {
            var stands = moved.before();
            return pages.go(VisitPages.backTo(
                    form, DeskPages.dayPath(stands.day(), stands.place().facilityId())));
        }
        return switch (moved.outcome()) {
            case null -> visits.again(id, form);
            case StatusChange.Changed(Appointment after) -> done(form, moved, after);
            case StatusChange.Absent() -> throw DeskPages.absent();
            case StatusChange refusal -> visits.refused(id, form, refusal);
        };
    }

    private Response done(Form form, Moved moved, Appointment after) {
        var zone = after.place().zone();
        var when = pages.when();
        String back = VisitPages.backTo(
                form, DeskPages.dayPath(after.day(), after.place().facilityId()));
        String text = words().isMoved(
                        moved.name(),
                        when.shortDay(after.during().start(), zone) + " "
                                + when.time(after.during().start(), zone),
                        moved.provider());
        return pages.go(
                back,
                Notice.undoable(
                        text,
                        "/app/desk/visits/" + after.id().value() + "/move",
                        backAgain(moved.before(), after.version(), back)));
    }

    private Map<String, String> backAgain(Appointment before, int version, String back) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("day", before.day().toString());
        fields.put(
                "time",
                pages.when().time(before.during().start(), before.place().zone()));
        if (pages.actor().isDesk()) {
            fields.put("provider", String.valueOf(before.provider().value()));
        }
        fields.put("version", String.valueOf(version));
        fields.put("back", back);
        if (before.place().outsideHours()) {
            fields.put("outside", "yes");
            fields.put("reason", Optional.ofNullable(before.reason()).orElse(words().outsideHours()));
        }
        return fields;
    }

    private BoardWords words() {
        return pages.words(BoardWords.class);
    }
}
