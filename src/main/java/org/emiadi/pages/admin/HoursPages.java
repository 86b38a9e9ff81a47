package org.emiadi.pages.admin;

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
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.availability.Hours;
import org.emiadi.availability.HoursId;
import org.emiadi.availability.HoursPlan;
import org.emiadi.availability.WorkingHours;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.When;

/// When providers work. Visits that are booked stay as they are, whatever is changed here.
@Path("/app")
@RunOnVirtualThread
public class HoursPages {
    private static final String HERE = "/app/admin/hours";

    private final Pages pages;
    private final Office office;
    private final WorkingHours hours;
    private final Providers providers;
    private final Facilities facilities;
    private final AppointmentTypes types;
    private final ClinicTime time;
    private final Clock clock;

    HoursPages(
            Pages pages,
            Office office,
            WorkingHours hours,
            Providers providers,
            Facilities facilities,
            AppointmentTypes types,
            ClinicTime time,
            Clock clock) {
        this.pages = pages;
        this.office = office;
        this.hours = hours;
        this.providers = providers;
        this.facilities = facilities;
        this.types = types;
        this.time = time;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance hours(Frame frame, List<Summary> rows);

        static native TemplateInstance hoursOf(Frame frame, Form form, Choice provider, List<Row> rows, Offer offer);

        static native TemplateInstance session(Frame frame, Form form, Choice provider, int id, Offer offer);
    }

    /// A provider, and when they work in a few words; empty where they never do.
    public record Summary(int id, String name, String when) {}

    /// Hours on the list.
    public record Row(
            int id,
            int version,
            String day,
            String time,
            String facility,
            int capacity,
            String validity,
            String types) {}

    /// What can be chosen.
    public record Offer(List<Choice> weekdays, List<Choice> facilities, List<Choice> types) {}

    @GET
    @Path("admin/hours")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response list() {
        var rows = office.read(tx -> {
            var all = hours.list(
                            tx, new WorkingHours.Wanted(Optional.empty(), Optional.empty()), Slice.first(Slice.MOST))
                    .rows();
            Map<ProviderId, List<Hours>> byProvider = all.stream().collect(Collectors.groupingBy(Hours::provider));
            var everybody = new Providers.Wanted(Optional.empty(), Optional.empty(), Optional.empty());
            return providers.list(tx, everybody, Slice.first(Slice.MOST)).rows().stream()
                    .map(provider -> new Summary(
                            provider.personId(),
                            provider.details().name(),
                            inWords(byProvider.getOrDefault(provider.id(), List.of()))))
                    .toList();
        });
        return pages.show(Templates.hours(pages.frame(), rows));
    }

    private String inWords(List<Hours> ofProvider) {
        When when = office.when();
        return ofProvider.stream()
                .filter(each -> !isOver(each))
                .sorted(byDay())
                .map(each -> each.plan().days().weekday())
                .distinct()
                .map(when::weekday)
                .collect(Collectors.joining(", "));
    }

    private boolean isOver(Hours each) {
        LocalDate end = each.plan().days().to();
        return end != null && end.isBefore(today());
    }

    private LocalDate today() {
        return time.date(clock.instant());
    }

    private static Comparator<Hours> byDay() {
        return Comparator.<Hours, DayOfWeek>comparing(each -> each.plan().days().weekday())
                .thenComparing(each -> each.plan().time().start())
                .thenComparingInt(each -> each.id().value());
    }

    @GET
    @Path("admin/hours/{provider}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response of(@PathParam("provider") int provider) {
        return show(provider, HoursForm.usual());
    }

    private Response show(int id, Form form) {
        Provider provider = provider(id);
        record Known(List<Hours> hours, List<Facility> facilities, List<AppointmentType> types) {}
        var known = office.read(tx -> new Known(of(tx, provider), Office.facilities(tx, facilities), types.list(tx)));
        if (!form.has("facility")) {
            form.with("facility", known.facilities().getFirst().id().value());
        }
        var names = known.facilities().stream()
                .collect(Collectors.toMap(
                        facility -> facility.id().value(),
                        facility -> facility.details().name()));
        var typeNames = known.types().stream().collect(Collectors.toMap(AppointmentType::id, AppointmentType::name));
        var rows = known.hours().stream()
                .filter(each -> !isOver(each))
                .sorted(byDay())
                .map(each -> row(each, names, typeNames))
                .toList();
        return pages.show(Templates.hoursOf(
                pages.frame(), form, choice(provider), rows, offer(known.facilities(), known.types())));
    }

    private Provider provider(int id) {
        return Office.found(office.read(tx -> providers.find(tx, new ProviderId(id))));
    }

    private List<Hours> of(Tx tx, Provider provider) {
        var wanted = new WorkingHours.Wanted(Optional.of(provider.id()), Optional.empty());
        return hours.list(tx, wanted, Slice.first(Slice.MOST)).rows();
    }

    private static Choice choice(Provider provider) {
        return new Choice(
                Integer.toString(provider.personId()), provider.details().name());
    }

    private Row row(Hours each, Map<Integer, String> facilityNames, Map<Integer, String> typeNames) {
        var plan = each.plan();
        When when = office.when();
        return new Row(
                each.id().value(),
                each.version(),
                when.longWeekday(plan.days().weekday()),
                when.time(plan.time().start()) + "–" + when.time(plan.time().end()),
                facilityNames.getOrDefault(plan.facility().value(), ""),
                plan.capacity(),
                validity(plan, when),
                plan.types().stream()
                        .sorted()
                        .map(type -> typeNames.getOrDefault(type, ""))
                        .collect(Collectors.joining(", ")));
    }

    private String validity(HoursPlan plan, When when) {
        var words = office.officeWords();
        var days = plan.days();
        if (days.isOneDay()) {
            return words.onlyOn(when.date(days.from()));
        }
        LocalDate to = days.to();
        String since =
                to == null ? words.since(when.date(days.from())) : words.fromTo(when.date(days.from()), when.date(to));
        return days.everyWeeks() == 1 ? since : words.everyWeeks(days.everyWeeks()) + ", " + since;
    }

    private Offer offer(List<Facility> places, List<AppointmentType> kinds) {
        When when = office.when();
        return new Offer(
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(Integer.toString(day.getValue()), when.longWeekday(day)))
                        .toList(),
                places.stream()
                        .map(facility -> new Choice(
                                Integer.toString(facility.id().value()),
                                facility.details().name()))
                        .toList(),
                kinds.stream()
                        .map(type -> new Choice(Integer.toString(type.id()), type.name()))
                        .toList());
    }

    /// All weekdays that were chosen, or none of them.
    @POST
    @Path("admin/hours/{provider}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response add(@PathParam("provider") int id) {
        Form form = pages.form();
        var provider = provider(id);
        addAll(form, provider.id(), HoursForm.read(form, office, today()));
        return form.isGood()
                ? pages.go(HERE + "/" + id, Notice.of(office.officeWords().hoursAdded()))
                : show(id, form);
    }

    /// Nothing is added where the form says afterwards that something is wrong.
    void addAll(Form form, ProviderId provider, List<HoursPlan> plans) {
        office.write(tx -> tx.savepoint(
                () -> {
                    plans.forEach(plan -> HoursForm.say(form, hours.add(tx, office.actor(), provider, plan), office));
                    return form.isGood();
                },
                added -> added));
    }

    @GET
    @Path("admin/hours/{provider}/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response session(@PathParam("provider") int provider, @PathParam("id") int id) {
        return showSession(provider, id, HoursForm.of(found(provider, id)));
    }

    private Hours found(int provider, int id) {
        return Office.found(office.read(tx -> hours.find(tx, new HoursId(id)))
                .filter(each -> each.provider().value() == provider));
    }

    private Response showSession(int provider, int id, Form form) {
        var offer = office.read(tx -> offer(Office.facilities(tx, facilities), types.list(tx)));
        return pages.show(Templates.session(pages.frame(), form, choice(provider(provider)), id, offer));
    }

    @POST
    @Path("admin/hours/{provider}/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response change(@PathParam("provider") int provider, @PathParam("id") int id) {
        Form form = pages.form();
        found(provider, id);
        HoursForm.read(form, office, today()).stream()
                .findFirst()
                .ifPresent(plan -> HoursForm.say(
                        form,
                        office.write(tx -> hours.change(
                                tx, office.actor(), new HoursId(id), Office.version(form), before -> plan)),
                        office));
        return form.isGood()
                ? pages.go(HERE + "/" + provider, Notice.of(office.shared().saved()))
                : showSession(provider, id, form);
    }

    @GET
    @Path("admin/hours/{provider}/{id}/removal")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response removed(@PathParam("provider") int provider, @PathParam("id") int id) {
        return of(provider);
    }

    @POST
    @Path("admin/hours/{provider}/{id}/removal")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response remove(@PathParam("provider") int provider, @PathParam("id") int id) {
        Hours before = found(provider, id);
        OptionalInt version = Office.version(pages.form());
        var outcome = office.write(tx -> hours.remove(tx, office.actor(), before.id(), version));
        HoursForm.say(pages.form(), outcome, office);
        return pages.form().isGood()
                ? pages.go(
                        HERE + "/" + provider,
                        Notice.undoable(office.officeWords().hoursRemoved(), HERE + "/" + provider, again(before)))
                : show(provider, pages.form());
    }

    // What the form has to say to add the same hours anew.
    private static Map<String, String> again(Hours hours) {
        Form form = HoursForm.of(hours);
        return Stream.of(
                        "weekday",
                        "start",
                        "end",
                        "facility",
                        "capacity",
                        "valid_from",
                        "valid_to",
                        "every_weeks",
                        "type")
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> String.join(",", form.all(name)),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
