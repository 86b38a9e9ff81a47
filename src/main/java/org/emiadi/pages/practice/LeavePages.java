package org.emiadi.pages.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.absences.AbsenceOutcome;
import org.emiadi.absences.Displaced;
import org.emiadi.absences.Displacement;
import org.emiadi.absences.Period;
import org.emiadi.absences.TimeOff;
import org.emiadi.absences.TimesOff;
import org.emiadi.people.Patient;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// When the provider is away. Leave that displaces visits is saved only after these were shown.
@Path("/app")
@RunOnVirtualThread
public class LeavePages {
    private static final int REFUSED = 422;

    private final Pages pages;
    private final Database database;
    private final TimesOff timesOff;
    private final Patients patients;
    private final Clock clock;

    LeavePages(Pages pages, Database database, TimesOff timesOff, Patients patients, Clock clock) {
        this.pages = pages;
        this.database = database;
        this.timesOff = timesOff;
        this.patients = patients;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "practice")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance leave(Frame frame, Form form, List<Away> aways);

        static native TemplateInstance affected(Frame frame, Form form, Affected affected);
    }

    /// Time off as it is listed.
    ///
    /// @param wholeDays from midnight to midnight; the last day is included
    public record Away(TimeOff timeOff, ZoneId zone, boolean wholeDays) {

        static Away of(TimeOff timeOff, ZoneId zone) {
            return new Away(
                    timeOff,
                    zone,
                    isMidnight(timeOff.during().start(), zone)
                            && isMidnight(timeOff.during().end(), zone));
        }

        private static boolean isMidnight(Instant instant, ZoneId zone) {
            return instant.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        }

        public Instant lastMoment() {
            return timeOff.during().end().minusMillis(1);
        }

        public boolean isOneDay() {
            return timeOff.during()
                    .start()
                    .atZone(zone)
                    .toLocalDate()
                    .equals(lastMoment().atZone(zone).toLocalDate());
        }
    }

    /// A visit that would have to be moved.
    ///
    /// @param name  of the patient
    /// @param phone null where none is known
    public record Visit(
            TimeRange during, String name, @Nullable String phone) {

        static Visit of(Displaced visit, Map<PatientId, Patient> patients) {
            Patient patient = patients.get(visit.patient());
            var phone = patient == null ? null : patient.details().phone();
            return new Visit(
                    visit.during(),
                    patient == null ? "" : patient.details().name(),
                    phone == null ? null : phone.readable());
        }
    }

    /// What leave would displace.
    public record Affected(Away away, List<Visit> visits, int count) {}

    @GET
    @Path("leave")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response leave() {
        return list(200, Form.empty().with("kind", TimeOff.Kind.LEAVE.text()));
    }

    private Response list(int status, Form form) {
        var aways = database.write(this::aways);
        return pages.show(status, Templates.leave(pages.frame(), form, aways));
    }

    private List<Away> aways(Tx tx) {
        ProviderId me = Me.of(pages.actor());
        var coming = new Period(Optional.of(clock.instant()), Optional.empty());
        ZoneId zone = zone(tx, me);
        return timesOff.list(tx, pages.actor(), Optional.of(me), coming, Slice.first(Slice.USUAL)).rows().stream()
                .map(timeOff -> Away.of(timeOff, zone))
                .toList();
    }

    private ZoneId zone(Tx tx, ProviderId me) {
        return timesOff.zoneOf(tx, me).orElseThrow();
    }

    @POST
    @Path("leave")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response add() {
        Form form = pages.form();
        var removed = form.number("remove");
        if (removed.isPresent()) {
            return remove(removed.getAsInt());
        }
        if (form.text("do").equals("edit")) {
            return list(200, form);
        }
        ProviderId me = Me.of(pages.actor());
        var words = pages.words(DutyWords.class);
        var request = LeaveForm.read(form, me, database.read(tx -> zone(tx, me)), words);
        if (request.isEmpty()) {
            return list(REFUSED, form);
        }
        boolean isShown = form.text("do").equals("save");
        return database.write(tx -> add(tx, request.get(), isShown, words));
    }

    private Response add(Tx tx, TimeOff.Request request, boolean isShown, DutyWords words) {
        var preview = timesOff.add(tx, pages.actor(), request, true);
        if (!(preview instanceof AbsenceOutcome.Done<TimeOff>(TimeOff timeOff, Displacement displaced))) {
            throw Missing.problem();
        }
        if (displaced.count() > 0 && !isShown) {
            return pages.show(200, Templates.affected(pages.frame(), pages.form(), affected(tx, timeOff, displaced)));
        }
        var outcome = timesOff.add(tx, pages.actor(), request, false);
        if (!(outcome instanceof AbsenceOutcome.Done<TimeOff>(TimeOff added, Displacement hit))) {
            throw Missing.problem();
        }
        return pages.go("/app/leave", saved(added, hit.count(), words));
    }

    private Affected affected(Tx tx, TimeOff timeOff, Displacement displaced) {
        var names = patients.several(
                tx,
                pages.actor(),
                displaced.first().stream().map(Displaced::patient).toList());
        return new Affected(
                Away.of(timeOff, zone(tx, timeOff.provider())),
                displaced.first().stream().map(visit -> Visit.of(visit, names)).toList(),
                displaced.count());
    }

    private static Notice saved(TimeOff timeOff, int displaced, DutyWords words) {
        return Notice.undoable(
                displaced == 0 ? words.leaveSaved() : words.leaveSavedToMove(displaced),
                "/app/leave",
                Map.of("remove", Integer.toString(timeOff.id())));
    }

    private Response remove(int id) {
        var words = pages.words(DutyWords.class);
        var outcome = database.write(tx -> timesOff.remove(tx, pages.actor(), id));
        if (!(outcome instanceof AbsenceOutcome.Done<TimeOff>(TimeOff removed, var _))) {
            return pages.go("/app/leave");
        }
        ZoneId zone = database.read(tx -> zone(tx, removed.provider()));
        return pages.go(
                "/app/leave",
                Notice.undoable(words.leaveRemoved(), "/app/leave", LeaveForm.fields(Away.of(removed, zone))));
    }
}
