package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.facilities.Facility;
import org.emiadi.insurance.Covers;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.Provider;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.web.Form;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// What is chosen from when a patient is booked for.
@Singleton
final class BookingChoices {
    /// Links to the next days, so that most need no date typed.
    private static final int DAYS = 7;

    private final Patients patients;
    private final Covers covers;
    private final Directory directory;
    private final SlotOffer offer;
    private final Faces faces;
    private final Pages pages;

    BookingChoices(Patients patients, Covers covers, Directory directory, SlotOffer offer, Faces faces, Pages pages) {
        this.patients = patients;
        this.covers = covers;
        this.directory = directory;
        this.offer = offer;
        this.faces = faces;
        this.pages = pages;
    }

    /// What is on the page.
    ///
    /// @param zone of all facilities, in words; null where they have several
    record Shown(
            Face face,
            List<Choice> types,
            List<Choice> providers,
            List<Choice> covers,
            List<DayLink> days,
            List<SlotChoice.Day> slots,
            @Nullable String zone) {}

    /// Something to choose.
    record Choice(String value, String label, boolean chosen) {}

    /// A day to look from.
    record DayLink(String query, String label, boolean chosen) {}

    /// Empty where the actor may not see the patient.
    Optional<Shown> of(Tx tx, Actor actor, PatientId id, Form asked) {
        return patients.find(tx, actor, id).map(patient -> {
            var types = directory.types(tx);
            int type = asked.number("type").orElse(types.getFirst().id());
            Integer provider = asked.number("provider").isPresent()
                    ? asked.number("provider").getAsInt()
                    : null;
            LocalDate from = asked.date("day").orElse(null);
            return new Shown(
                    faces.of(patient),
                    types.stream().map(each -> choice(each, type)).toList(),
                    providers(tx, provider),
                    covers(tx, actor, id, asked),
                    days(type, provider, from),
                    offer.find(tx, actor, new SlotOffer.Wanted(type, null, provider, from)),
                    zone(tx));
        });
    }

    private @Nullable String zone(Tx tx) {
        var zones =
                directory.facilities(tx).stream().map(Facility::zone).distinct().toList();
        return zones.size() == 1 ? pages.when().zone(zones.getFirst()) : null;
    }

    private Choice choice(AppointmentType type, int chosen) {
        long minutes = type.timing().duration().toMinutes();
        return new Choice(
                String.valueOf(type.id()),
                type.details().name() + " · " + pages.words(BookingWords.class).minutes(minutes),
                type.id() == chosen);
    }

    private List<Choice> providers(Tx tx, @Nullable Integer chosen) {
        return directory.providers(tx).stream()
                .map(provider -> new Choice(
                        String.valueOf(provider.personId()),
                        provider.details().name() + " · " + speciality(provider),
                        chosen != null && provider.personId() == chosen))
                .toList();
    }

    private static String speciality(Provider provider) {
        String specialization = provider.practice().specialization();
        return specialization == null ? provider.practice().cadre() : specialization;
    }

    // Where there is one good card, it is the one to be used.
    private List<Choice> covers(Tx tx, Actor actor, PatientId id, Form asked) {
        var good = covers.list(tx, actor, Optional.of(id), Slice.first(Slice.USUAL)).rows().stream()
                .filter(cover -> !cover.details().expiryDate().isBefore(faces.today()))
                .toList();
        boolean wasAsked = asked.has("cover") || asked.has("slot");
        return good.stream()
                .map(cover -> new Choice(
                        String.valueOf(cover.id()),
                        cover.details().providerName() + " " + cover.details().policyNumber(),
                        wasAsked ? asked.isChosen("cover", cover.id()) : good.size() == 1))
                .toList();
    }

    private List<DayLink> days(int type, @Nullable Integer provider, @Nullable LocalDate from) {
        LocalDate today = faces.today();
        return IntStream.range(0, DAYS)
                .mapToObj(today::plusDays)
                .map(day -> new DayLink(
                        "type=" + type + "&provider=" + (provider == null ? "" : provider) + "&day=" + day,
                        pages.when().shortDay(day),
                        day.equals(from == null ? today : from)))
                .toList();
    }
}
