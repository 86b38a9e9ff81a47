package org.emiadi.pages.admin;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.availability.HoursPlan;
import org.emiadi.clinic.ClinicDetails;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityOutcome;
import org.emiadi.identity.Invitation;
import org.emiadi.identity.Invitations;
import org.emiadi.identity.Invitee;
import org.emiadi.identity.ResetCodes;
import org.emiadi.identity.User;
import org.emiadi.identity.UserOutcome;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.people.Registration;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.setup.Step;
import org.emiadi.slots.FreeSlots;
import org.emiadi.slots.Slot;
import org.emiadi.slots.SlotSearch;
import org.emiadi.slots.SlotsFound;
import org.emiadi.web.Form;

/// What each step of setting up a clinic asks and does.
@Singleton
public class SetupSteps {
    private static final int FIRST_VERSION = 1;
    private static final int LONGEST_USERNAME = 80;

    private final Office office;
    private final Facilities facilities;
    private final ClinicSettings clinic;
    private final Providers providers;
    private final HoursPages hours;
    private final Invitations invitations;
    private final AppointmentTypes types;
    private final FreeSlots slots;
    private final Slips slips;
    private final ClinicTime time;
    private final Clock clock;

    SetupSteps(
            Office office,
            Facilities facilities,
            ClinicSettings clinic,
            Providers providers,
            HoursPages hours,
            Invitations invitations,
            AppointmentTypes types,
            FreeSlots slots,
            Slips slips,
            ClinicTime time,
            Clock clock) {
        this.office = office;
        this.facilities = facilities;
        this.clinic = clinic;
        this.providers = providers;
        this.hours = hours;
        this.invitations = invitations;
        this.types = types;
        this.slots = slots;
        this.slips = slips;
        this.time = time;
        this.clock = clock;
    }

    /// What can be chosen, and what has come of it all.
    ///
    /// @param firstFree what a patient finds who looks for the first free time; empty for nothing
    public record Offer(List<Choice> weekdays, List<Choice> providers, String firstFree) {}

    Offer offer(Optional<Step> current) {
        var when = office.when();
        var weekdays = Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(Integer.toString(day.getValue()), when.longWeekday(day)))
                .toList();
        var known = office.read(this::everybody).stream()
                .map(provider -> new Choice(
                        Integer.toString(provider.personId()),
                        provider.details().name()))
                .toList();
        return new Offer(weekdays, known, current.isEmpty() ? firstFree() : "");
    }

    private List<Provider> everybody(Tx tx) {
        var all = new Providers.Wanted(Optional.empty(), Optional.empty(), Optional.empty());
        return providers.list(tx, all, Slice.first(Slice.MOST)).rows();
    }

    // As a stranger finds it: that is the proof that patients can book.
    private String firstFree() {
        Actor stranger = Actor.anonymous(office.actor().origin());
        return office.read(tx -> types.list(tx).stream()
                .filter(type -> type.isBookableBy(stranger))
                .map(AppointmentType::id)
                .findFirst()
                .flatMap(type -> first(tx, stranger, type))
                .map(slot -> office.when().full(slot.during().start(), slot.at().zone()) + ", "
                        + slot.by().name())
                .orElse(""));
    }

    private Optional<Slot> first(Tx tx, Actor stranger, int type) {
        var search = new SlotSearch(
                new SlotSearch.Visit(Optional.of(type), Optional.empty()),
                new SlotSearch.With(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new SlotSearch.When(Optional.empty(), Optional.empty(), Optional.empty()));
        return slots.first(tx, stranger, search, 1) instanceof SlotsFound.Found<Slot>(List<Slot> rows)
                ? rows.stream().findFirst()
                : Optional.empty();
    }

    /// The form of a step, as it is before anybody has typed.
    Form blank(Step step) {
        Form form = switch (step) {
            case FACILITY -> {
                var facility = office.read(facilities::first);
                // It has been waiting for its name.
                yield FacilityForm.of(facility).with("name", "");
            }
            case PROVIDER -> Form.empty();
            case HOURS ->
                HoursForm.usual().with("end", "13:00").with("start2", "14:00").with("end2", "17:00");
            case USER -> Form.empty().with("role", Role.RECEPTIONIST.text());
        };
        return form.with("step", step.name().toLowerCase(Locale.ROOT));
    }

    /// Takes a step where the form is good. The slip is the answer to the last one.
    Optional<Response> take(Step step, Form form, UriInfo uri) {
        return switch (step) {
            case FACILITY -> {
                nameFacility(form);
                yield Optional.empty();
            }
            case PROVIDER -> {
                addProvider(form);
                yield Optional.empty();
            }
            case HOURS -> {
                addHours(form);
                yield Optional.empty();
            }
            case USER -> invite(form, uri);
        };
    }

    private void nameFacility(Form form) {
        var details = FacilityForm.read(form, office);
        if (details.isEmpty()) {
            return;
        }
        var outcome = office.write(tx -> facilities.change(
                tx, office.actor(), facilities.first(tx).id(), Office.version(form), before -> details.get()));
        FacilityForm.say(form, outcome, office);
        if (outcome instanceof FacilityOutcome.Done) {
            // A clinic that nobody has named is called like its first facility.
            clinic.change(
                    office.actor(),
                    OptionalInt.of(FIRST_VERSION),
                    before -> new ClinicDetails(
                            details.get().name(),
                            details.get().phone(),
                            before.bring(),
                            before.idle(),
                            before.language()));
        }
    }

    private void addProvider(Form form) {
        var profile = ProviderForm.read(form, office, today());
        if (profile.isPresent()
                && office.write(tx -> providers.register(tx, office.actor(), profile.get()))
                        instanceof Registration.Taken<Provider>(String member)) {
            office.taken(form, member);
        }
    }

    private LocalDate today() {
        return time.date(clock.instant());
    }

    private void addHours(Form form) {
        OptionalInt provider = form.number("provider");
        if (provider.isEmpty()) {
            form.wrong("provider", office.shared().chooseOne());
        }
        form.with("facility", office.read(facilities::first).id().value());
        var plans = new ArrayList<HoursPlan>(HoursForm.read(form, office, today()));
        if (form.has("start2") || form.has("end2")) {
            plans.addAll(afternoon(form));
        }
        if (form.isGood() && provider.isPresent()) {
            hours.addAll(form, new ProviderId(provider.getAsInt()), plans);
        }
    }

    private List<HoursPlan> afternoon(Form form) {
        Form second = Form.empty()
                .withAll("weekday", form.all("weekday"))
                .with("start", form.text("start2"))
                .with("end", form.text("end2"))
                .with("facility", form.text("facility"))
                .with("capacity", form.text("capacity"));
        var plans = HoursForm.read(second, office, today());
        second.wrongs().stream()
                .filter(wrong -> wrong.field().equals("start") || wrong.field().equals("end"))
                .forEach(wrong -> form.wrong(wrong.field() + "2", wrong.sentence()));
        return plans;
    }

    private Optional<Response> invite(Form form, UriInfo uri) {
        boolean provider = form.text("role").equals(Role.PROVIDER.text());
        OptionalInt person = form.number("person");
        if (provider && person.isEmpty()) {
            form.wrong("person", office.shared().chooseOne());
        }
        String username =
                provider ? "" : office.line(form, "username", office.shared().username(), LONGEST_USERNAME);
        if (username.chars().anyMatch(Character::isWhitespace)) {
            office.wrong(form, "username", "username");
        }
        if (!form.isGood()) {
            return Optional.empty();
        }
        var invitee = provider
                ? new Invitee(null, Role.PROVIDER, person.getAsInt())
                : new Invitee(username, Role.RECEPTIONIST, null);
        return switch (invitations.invite(office.actor(), invitee)) {
            case Invitation.Invited(User user, ResetCodes.Issued code) -> Optional.of(slips.show(user, code, uri));
            case Invitation.Refused(UserOutcome why) -> {
                UserSentences.say(form, why, office);
                yield Optional.empty();
            }
            case Invitation.NotAllowed() -> throw Office.absent();
            case Invitation.Nameless() -> {
                office.required(form, "username", office.shared().username());
                yield Optional.empty();
            }
        };
    }
}
