package org.emiadi.pages.practice;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emiadi.people.Patient;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.Providers;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.records.Findings;
import org.emiadi.records.MedicalRecord;
import org.emiadi.records.MedicalRecords;
import org.emiadi.records.RecordFilter;
import org.jspecify.annotations.Nullable;

/// What is known of a patient before a visit: who they are, and the records of theirs that the provider may see.
@Singleton
final class Chart {
    /// Records on a page: what is read between two patients.
    private static final int ON_A_PAGE = 8;

    private static final int KEYS = 2;

    private final Patients patients;
    private final Providers providers;
    private final MedicalRecords records;
    private final Clock clock;

    Chart(Patients patients, Providers providers, MedicalRecords records, Clock clock) {
        this.patients = patients;
        this.providers = providers;
        this.records = records;
        this.clock = clock;
    }

    /// Who the patient is.
    ///
    /// @param years  null where the date of birth is not known
    /// @param months of a child under two; null for everybody else
    /// @param gender as in messages
    public record Person(
            Patient patient,
            @Nullable Integer years,
            @Nullable Integer months,
            @Nullable String gender) {
        private static final int MONTHS_UNTIL = 2;

        static Person of(Patient patient, LocalDate today) {
            var details = patient.details();
            LocalDate born = details.dateOfBirth();
            Period age = born == null || born.isAfter(today) ? null : Period.between(born, today);
            return new Person(
                    patient,
                    age == null ? null : age.getYears(),
                    age != null && age.getYears() < MONTHS_UNTIL ? (int) age.toTotalMonths() : null,
                    details.gender() == null ? null : details.gender().code());
        }

        public String name() {
            return patient.details().name();
        }

        public boolean isInfant() {
            return months != null;
        }

        public boolean hasAge() {
            return years != null;
        }

        /// As one dials it; null where none is known.
        public @Nullable String phone() {
            var phone = patient.details().phone();
            return phone == null ? null : phone.readable();
        }

        public @Nullable String phoneLink() {
            var phone = patient.details().phone();
            return phone == null ? null : "tel:" + phone.e164();
        }
    }

    /// A record as it is read.
    ///
    /// @param by      who wrote it
    /// @param amended whether it was changed after it was signed
    public record Entry(int id, Instant at, String by, boolean amended, Findings findings) {}

    /// Some of the records, newest first.
    ///
    /// @param older where the older ones are; null where there are none
    public record Past(List<Entry> records, @Nullable String older) {}

    Optional<Person> person(Tx tx, Actor actor, PatientId id, ZoneId zone) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        return patients.find(tx, actor, id).map(patient -> Person.of(patient, today));
    }

    /// @param after of [Past#older]; empty for the newest
    Past past(Tx tx, Actor actor, PatientId patient, Optional<String> after) {
        var filter = new RecordFilter(Optional.of(patient), Optional.empty(), Optional.empty());
        var slice = new Slice(ON_A_PAGE, after.flatMap(text -> Cursor.parse(text, KEYS)));
        var page = records.list(tx, actor, filter, slice);
        return new Past(entries(tx, page.rows()), page.next().map(Cursor::text).orElse(null));
    }

    Entry entry(Tx tx, MedicalRecord record) {
        return entries(tx, List.of(record)).getFirst();
    }

    private List<Entry> entries(Tx tx, List<MedicalRecord> rows) {
        var names =
                providers.names(tx, rows.stream().map(MedicalRecord::provider).toList());
        return rows.stream()
                .map(record -> new Entry(
                        record.id(),
                        record.createdAt(),
                        names.getOrDefault(record.provider(), ""),
                        record.version() > 1,
                        record.findings()))
                .toList();
    }
}
