package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentFilter;
import org.emiadi.appointments.Appointments;
import org.emiadi.identity.User;
import org.emiadi.identity.Users;
import org.emiadi.insurance.Cover;
import org.emiadi.insurance.Covers;
import org.emiadi.people.Patient;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.queue.Attendance;
import org.emiadi.queue.Attendances;
import org.emiadi.waiting.Entry;
import org.emiadi.waiting.EntryFilter;
import org.emiadi.waiting.EntryStatus;
import org.emiadi.waiting.WaitingList;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Gathers what one page tells of a patient.
@Singleton
final class PatientOverview {
    /// Visits that are over; who needs older ones asks for all.
    private static final int MOST_PAST = 10;

    private static final Duration LATELY = Duration.ofDays(730);

    private final Patients patients;
    private final Appointments appointments;
    private final Covers covers;
    private final WaitingList waiting;
    private final Attendances attendances;
    private final Users users;
    private final Directory directory;
    private final Faces faces;
    private final VisitCards cards;
    private final WaitCards waits;
    private final Pages pages;
    private final Clock clock;

    PatientOverview(
            Patients patients,
            Appointments appointments,
            Covers covers,
            WaitingList waiting,
            Attendances attendances,
            Users users,
            Directory directory,
            Faces faces,
            VisitCards cards,
            WaitCards waits,
            Pages pages,
            Clock clock) {
        this.patients = patients;
        this.appointments = appointments;
        this.covers = covers;
        this.waiting = waiting;
        this.attendances = attendances;
        this.users = users;
        this.directory = directory;
        this.faces = faces;
        this.cards = cards;
        this.waits = waits;
        this.pages = pages;
        this.clock = clock;
    }

    /// What is on the page.
    ///
    /// @param kept     how they keep their appointments, in words; null where there is nothing to tell
    /// @param username null where they cannot sign in
    record Shown(
            Face face,
            List<VisitCard> coming,
            List<VisitCard> past,
            List<CoverCard> covers,
            List<WaitCard> waiting,
            @Nullable String kept,
            @Nullable String username) {}

    /// An insurance cover in words.
    ///
    /// @param warning that it has ended, or ends soon; null where it does not
    record CoverCard(
            int id,
            String insurer,
            String policy,
            String expiry,
            @Nullable String warning,
            boolean ended,
            int version) {}

    /// Empty where the actor may not see the patient.
    Optional<Shown> of(Tx tx, Actor actor, PatientId id) {
        return patients.find(tx, actor, id).map(patient -> gather(tx, actor, patient));
    }

    private Shown gather(Tx tx, Actor actor, Patient patient) {
        PatientId id = patient.id();
        Instant now = clock.instant();
        var visits = appointments
                .list(tx, actor, lately(id, now), Slice.first(Slice.MOST))
                .rows();
        var entries = waiting.list(
                        tx,
                        actor,
                        new EntryFilter(Optional.of(EntryStatus.WAITING), Optional.empty(), Optional.of(id)),
                        Slice.first(Slice.USUAL))
                .rows();
        Names names = directory.names(tx, providersOf(visits, entries));
        return new Shown(
                faces.of(patient),
                visits.stream()
                        .filter(visit -> isOpen(visit, now))
                        .map(visit -> cards.of(visit, names))
                        .toList(),
                past(visits, now).map(visit -> cards.of(visit, names)).toList(),
                covers.list(tx, actor, Optional.of(id), Slice.first(Slice.USUAL)).rows().stream()
                        .map(this::card)
                        .toList(),
                entries.stream().map(entry -> waits.of(entry, names)).toList(),
                attendances.find(tx, actor, id).map(this::kept).orElse(null),
                Optional.ofNullable(users.ofPeople(tx, List.of(id.value())).get(id.value()))
                        .map(User::username)
                        .orElse(null));
    }

    // The list begins with the oldest.
    private static AppointmentFilter lately(PatientId patient, Instant now) {
        return new AppointmentFilter(
                Optional.empty(),
                Optional.of(now.minus(LATELY)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(patient),
                Optional.empty());
    }

    private static List<ProviderId> providersOf(List<Appointment> visits, List<Entry> entries) {
        var all = new ArrayList<ProviderId>();
        visits.forEach(visit -> all.add(visit.provider()));
        entries.stream()
                .flatMap(entry -> Stream.of(
                        Optional.ofNullable(entry.wishes().with().provider()),
                        Optional.ofNullable(entry.offer()).map(offer -> offer.provider())))
                .flatMap(Optional::stream)
                .forEach(all::add);
        return all;
    }

    // What nobody has closed yet still asks for something, however long ago it was.
    private static boolean isOpen(Appointment visit, Instant now) {
        return switch (visit.status()) {
            case SCHEDULED, CONFIRMED, RESCHEDULED -> visit.during().end().isAfter(now);
            case CHECKED_IN, IN_PROGRESS -> true;
            case COMPLETED, CANCELLED, NO_SHOW -> false;
        };
    }

    private static Stream<Appointment> past(List<Appointment> visits, Instant now) {
        return visits.stream()
                .filter(visit -> !isOpen(visit, now))
                .sorted(Comparator.comparing(
                                (Appointment visit) -> visit.during().start())
                        .reversed())
                .limit(MOST_PAST);
    }

    private CoverCard card(Cover cover) {
        LocalDate expiry = cover.details().expiryDate();
        LocalDate today = faces.today();
        boolean ended = expiry.isBefore(today);
        boolean soon = !ended && expiry.isBefore(today.plusDays(CoverPages.SOON_DAYS));
        DeskWords words = pages.words(DeskWords.class);
        return new CoverCard(
                cover.id(),
                cover.details().providerName(),
                cover.details().policyNumber(),
                pages.when().date(expiry),
                ended ? words.coverEnded() : soon ? words.coverEndsSoon() : null,
                ended,
                cover.version());
    }

    private @Nullable String kept(Attendance attendance) {
        int planned = attendance.completed() + attendance.noShows();
        if (planned + attendance.byPatient() == 0) {
            return null;
        }
        DeskWords words = pages.words(DeskWords.class);
        return words.keptVisits(attendance.completed(), attendance.noShows(), attendance.late());
    }
}
