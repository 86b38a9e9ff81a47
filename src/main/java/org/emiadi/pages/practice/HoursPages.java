package org.emiadi.pages.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.availability.Hours;
import org.emiadi.availability.HoursId;
import org.emiadi.availability.HoursOutcome;
import org.emiadi.availability.HoursPlan;
import org.emiadi.availability.WorkingHours;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// When the provider works, week by week or on one day.
@Path("/app")
@RunOnVirtualThread
public class HoursPages {
    private static final int REFUSED = 422;

    private final Pages pages;
    private final Database database;
    private final WorkingHours hours;
    private final Facilities facilities;
    private final AppointmentTypes types;
    private final ClinicTime time;
    private final Clock clock;

    HoursPages(
            Pages pages,
            Database database,
            WorkingHours hours,
            Facilities facilities,
            AppointmentTypes types,
            ClinicTime time,
            Clock clock) {
        this.pages = pages;
        this.database = database;
        this.hours = hours;
        this.facilities = facilities;
        this.types = types;
        this.time = time;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "practice")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance hours(Frame frame, List<Shown> shown);

        static native TemplateInstance session(Frame frame, Form form, Choices choices, @Nullable Integer id);
    }

    /// Hours as they are listed.
    ///
    /// @param place null where there is one facility only
    /// @param types that are served, by name; empty for all
    public record Shown(Hours hours, @Nullable String place, String types) {
        public DayOfWeek weekday() {
            return hours.plan().days().weekday();
        }
    }

    /// What can be chosen in the form.
    public record Choices(List<DayOfWeek> days, List<Facility> facilities, List<AppointmentType> types) {}

    @GET
    @Path("hours")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response list() {
        return pages.show(Templates.hours(pages.frame(), database.read(this::shown)));
    }

    // What ended before today is history.
    private List<Shown> shown(Tx tx) {
        LocalDate today = time.date(clock.instant());
        var places = places(tx);
        var names = types.list(tx).stream().collect(Collectors.toMap(AppointmentType::id, AppointmentType::name));
        return mine(tx).stream()
                .filter(each -> each.plan().days().to() == null
                        || !each.plan().days().to().isBefore(today))
                .sorted(Comparator.comparing((Hours each) -> each.plan().days().weekday())
                        .thenComparing(each -> each.plan().time().start())
                        .thenComparingInt(each -> each.id().value()))
                .map(each -> new Shown(
                        each, places.size() > 1 ? places.get(each.plan().facility()) : null, served(each, names)))
                .toList();
    }

    private static String served(Hours hours, Map<Integer, String> names) {
        return hours.plan().types().stream()
                .map(id -> names.getOrDefault(id, ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<Hours> mine(Tx tx) {
        var wanted = new WorkingHours.Wanted(Optional.of(Me.of(pages.actor())), Optional.empty());
        return hours.list(tx, wanted, Slice.first(Slice.MOST)).rows();
    }

    private Map<FacilityId, String> places(Tx tx) {
        return facilities.list(tx, Slice.first(Slice.MOST)).rows().stream()
                .collect(Collectors.toMap(Facility::id, each -> each.details().name()));
    }

    @GET
    @Path("hours/new")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response add() {
        return database.read(
                tx -> form(tx, 200, HoursForm.usual(facilities.first(tx), time.date(clock.instant())), null));
    }

    private Response form(Tx tx, int status, Form form, @Nullable Integer id) {
        var choices = new Choices(
                List.of(DayOfWeek.values()),
                facilities.list(tx, Slice.first(Slice.MOST)).rows(),
                types.list(tx));
        return pages.show(status, Templates.session(pages.frame(), form, choices, id));
    }

    @POST
    @Path("hours")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response save() {
        ProviderId me = Me.of(pages.actor());
        var plans = HoursForm.read(pages.form(), pages.words(DutyWords.class));
        if (!pages.form().isGood()) {
            return database.read(tx -> form(tx, REFUSED, pages.form(), null));
        }
        // All of the days or none: half a week would be worse than an error.
        var outcomes = database.write(tx -> tx.savepoint(() -> add(tx, me, plans), HoursPages::areDone));
        return areDone(outcomes)
                ? pages.go("/app/hours", Notice.of(pages.words(DutyWords.class).hoursSaved()))
                : database.read(tx -> refused(tx, outcomes.getLast(), null));
    }

    private List<HoursOutcome> add(Tx tx, ProviderId me, List<HoursPlan> plans) {
        var outcomes = new ArrayList<HoursOutcome>();
        for (HoursPlan plan : plans) {
            outcomes.add(hours.add(tx, pages.actor(), me, plan));
            if (!areDone(outcomes)) {
                break;
            }
        }
        return outcomes;
    }

    private static boolean areDone(List<HoursOutcome> outcomes) {
        return outcomes.stream().allMatch(HoursOutcome.Done.class::isInstance);
    }

    private Response refused(Tx tx, HoursOutcome why, @Nullable Integer id) {
        var words = pages.words(DutyWords.class);
        Form form = pages.form();
        switch (why) {
            case HoursOutcome.Overlap(HoursId other) -> form.wrong("days", words.hoursOverlap(described(tx, other)));
            case HoursOutcome.NoDay() -> form.wrong("to", words.noSuchDay());
            case HoursOutcome.Unknown _ -> form.wrong("facility", words.notThereAnyMore());
            case HoursOutcome.Stale() -> form.wrong("", words.hoursChangedElsewhere());
            case HoursOutcome.Absent(), HoursOutcome.NotOwn(), HoursOutcome.Done _ -> {
                throw Missing.problem();
            }
        }
        return form(tx, REFUSED, form, id);
    }

    private String described(Tx tx, HoursId id) {
        return hours.find(tx, id)
                .map(other -> pages.when().longWeekday(other.plan().days().weekday()) + " "
                        + pages.when().time(other.plan().time().start()) + "–"
                        + pages.when().time(other.plan().time().end()))
                .orElse("");
    }

    @GET
    @Path("hours/{id}")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response change(@PathParam("id") int id) {
        return database.read(tx ->
                own(tx, id).map(found -> form(tx, 200, HoursForm.of(found), id)).orElseThrow(Missing::problem));
    }

    private Optional<Hours> own(Tx tx, int id) {
        return hours.find(tx, new HoursId(id)).filter(found -> found.provider().equals(Me.of(pages.actor())));
    }

    @POST
    @Path("hours/{id}")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response saveChange(@PathParam("id") int id) {
        if (pages.form().text("do").equals("remove")) {
            return remove(id);
        }
        var words = pages.words(DutyWords.class);
        var plans = HoursForm.read(pages.form(), words);
        if (plans.size() > 1) {
            pages.form().wrong("days", words.oneDayOnly());
        }
        if (!pages.form().isGood()) {
            return database.read(tx -> form(tx, REFUSED, pages.form(), id));
        }
        OptionalInt expected = pages.form().number("version");
        var outcome = database.write(
                tx -> hours.change(tx, pages.actor(), new HoursId(id), expected, before -> plans.getFirst()));
        return outcome instanceof HoursOutcome.Done
                ? pages.go("/app/hours", Notice.of(words.hoursSaved()))
                : database.read(tx -> refused(tx, outcome, id));
    }

    private Response remove(int id) {
        var outcome = database.write(tx -> hours.remove(tx, pages.actor(), new HoursId(id), OptionalInt.empty()));
        return outcome instanceof HoursOutcome.Done(Hours gone)
                ? pages.go(
                        "/app/hours",
                        Notice.undoable(
                                pages.words(DutyWords.class).hoursRemoved(),
                                "/app/hours",
                                HoursForm.fields(gone.plan())))
                : pages.go("/app/hours");
    }
}
