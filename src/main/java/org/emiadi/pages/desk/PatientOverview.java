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
import org.emiadi.appointments.AppointmentStatus;
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

    /// No visit that is still to end began before that.
    private static final Duration LONGEST = Duration.ofDays(1);

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
        var coming = coming(tx, actor, id, now);
        var past = past(tx, actor, id, now);
        var entries = waiting.list(
                        tx,
                        actor,
                        new EntryFilter(Optional.of(EntryStatus.WAITING), Optional.empty(), Optional.of(id)),
                        Slice.first(Slice.USUAL))
                .rows();
        Names names = directory.names(tx, providersOf(coming, past, entries));
        return new Shown(
                faces.of(patient),
                coming.stream().map(visit -> cards.of(visit, names)).toList(),
                past.stream().map(visit -> cards.of(visit, names)).toList(),
                covers.list(tx, actor, Optional.of(id), Slice.first(Slice.USUAL)).rows().stream()
                        .map(this::card)
                        .toList(),
                entries.stream().map(entry -> waits.of(entry, names)).toList(),
                attendances.find(tx, actor, id).map(this::kept).orElse(null),
                Optional.ofNullable(users.ofPeople(tx, List.of(id.value())).get(id.value()))
                        .map(User::username)
                        .orElse(null));
    }

    // The lists begin with the oldest, so that what is over long ago must not be among them.
    private List<Appointment> coming(Tx tx, Actor actor, PatientId patient, Instant now) {
        Instant since = now.minus(LONGEST);
        var forgotten = Stream.of(AppointmentStatus.CHECKED_IN, AppointmentStatus.IN_PROGRESS)
                .map(status -> visits(patient, Optional.of(status), Optional.empty(), Optional.of(since)));
        var lately = visits(patient, Optional.empty(), Optional.of(since), Optional.empty());
        return Stream.concat(forgotten, Stream.of(lately))
                .flatMap(filter -> appointments.list(tx, actor, filter, Slice.first(Slice.MOST)).rows().stream())
                .filter(visit -> isOpen(visit, now))
                .sorted(Comparator.comparing(visit -> visit.during().start()))
                .toList();
    }

    private static AppointmentFilter visits(
            PatientId patient, Optional<AppointmentStatus> status, Optional<Instant> from, Optional<Instant> to) {
        return new AppointmentFilter(status, from, to, Optional.empty(), Optional.of(patient), Optional.empty());
    }

    // The latest first; those that are open still stand among the coming ones.
    private List<Appointment> past(Tx tx, Actor actor, PatientId patient, Instant now) {
        return appointments.listOver(tx, actor, patient, Slice.first(Slice.USUAL)).rows().stream()
                .filter(visit -> !isOpen(visit, now))
                .limit(MOST_PAST)
                .toList();
    }

    private static List<ProviderId> providersOf(List<Appointment> coming, List<Appointment> past, List<Entry> entries) {
        var all = new ArrayList<ProviderId>();
        coming.forEach(visit -> all.add(visit.provider()));
        past.forEach(visit -> all.add(visit.provider()));
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
