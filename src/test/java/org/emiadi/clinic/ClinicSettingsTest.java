package org.emiadi.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.emiadi.audit.AuditLog;
import org.emiadi.clinic.ClinicDetails.WhatToBring;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Database;
import org.emiadi.platform.Messages;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Race;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicSettingsTest {
    private static final Actor ADMIN = TestPeople.admin();

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final ClinicSettings settings = node();

    @Test
    void a_clinic_has_sensible_settings_from_the_start() {
        var clinic = settings.now();
        assertThat(clinic.name()).isEqualTo("Main clinic");
        assertThat(clinic.idle()).isEqualTo(Duration.ofMinutes(20));
        assertThat(clinic.language()).isEqualTo(Messages.ENGLISH);
        assertThat(clinic.bring().in(Messages.SWAHILI)).startsWith("Kitambulisho");
        assertThat(clinic.bring().in(Locale.forLanguageTag("en-KE"))).startsWith("Your national ID");
    }

    @Test
    void everything_that_is_set_is_found_again() {
        var wanted = new ClinicDetails(
                " Karibu Clinic ",
                new PhoneNumber("+254202723456"),
                new WhatToBring("Your card", " "),
                Duration.ofMinutes(45),
                Messages.SWAHILI);
        change(before -> wanted);
        assertThat(settings.now()).isEqualTo(wanted);
        assertThat(node().now()).isEqualTo(wanted);
        assertThat(wanted.name()).isEqualTo("Karibu Clinic");
        assertThat(wanted.bring().in(Messages.SWAHILI)).isEqualTo("Your card");
    }

    @Test
    void the_node_that_was_told_goes_by_it_at_once_and_the_others_within_seconds() {
        var other = node();
        other.now();
        change(before -> named(before, "Karibu Clinic"));
        assertThat(settings.now().name()).isEqualTo("Karibu Clinic");
        assertThat(other.now().name()).isEqualTo("Main clinic");
        clock.advance(ClinicSettings.REMEMBERED);
        assertThat(other.now().name()).isEqualTo("Karibu Clinic");
    }

    @Test
    void a_change_counts_only_on_what_was_read() {
        assertThat(settings.change(ADMIN, OptionalInt.of(1), before -> named(before, "Karibu Clinic")))
                .isInstanceOf(ClinicOutcome.Done.class);
        assertThat(settings.change(ADMIN, OptionalInt.of(1), before -> named(before, "Amani Clinic")))
                .isEqualTo(new ClinicOutcome.Stale());
        assertThat(settings.now().name()).isEqualTo("Karibu Clinic");
        assertThat(database.read(settings::get).version()).isEqualTo(2);
    }

    @Test
    void of_changes_at_once_on_one_version_one_counts() {
        var outcomes = Race.race(
                12, i -> () -> settings.change(ADMIN, OptionalInt.of(1), before -> named(before, "Clinic " + i)));
        assertThat(outcomes).filteredOn(ClinicOutcome.Done.class::isInstance).hasSize(1);
    }

    @Test
    void the_trail_tells_what_was_changed_and_nothing_where_nothing_was() {
        change(before -> new ClinicDetails(
                before.name(),
                new PhoneNumber("+254202723456"),
                before.bring(),
                Duration.ofMinutes(5),
                before.language()));
        change(before -> before);
        assertThat(details()).containsExactly("phone, idle_minutes");
        assertThat(database.read(settings::get).version()).isEqualTo(2);
    }

    @Test
    void while_the_database_is_away_the_last_known_settings_stand() {
        change(before -> named(before, "Karibu Clinic"));
        execute("alter table clinic_settings rename to clinic_settings_away");
        clock.advance(Duration.ofHours(1));
        assertThat(settings.now().name()).isEqualTo("Karibu Clinic");
        execute("alter table clinic_settings_away rename to clinic_settings");
        execute("update clinic_settings set name = 'Amani Clinic'");
        clock.advance(ClinicSettings.REMEMBERED);
        assertThat(settings.now().name()).isEqualTo("Amani Clinic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into clinic_settings (id, name) values (2, 'Another')|clinic_settings_one_row",
                "update clinic_settings set name = ' '|clinic_settings_name_not_blank",
                "update clinic_settings set phone = '0712'|clinic_settings_phone_is_e164",
                "update clinic_settings set idle_minutes = 4|clinic_settings_idle_range",
                "update clinic_settings set idle_minutes = 121|clinic_settings_idle_range",
                "update clinic_settings set language = 'fr'|clinic_settings_language_known"
            })
    void the_database_refuses_what_makes_no_sense(String statementAndConstraint) {
        var parts = statementAndConstraint.split("\\|", 2);
        assertThatThrownBy(() -> execute(parts[0]))
                .satisfies(refusal -> assertThat(Constraint.in(refusal))
                        .hasValueSatisfying(
                                constraint -> assertThat(constraint.name()).isEqualTo(parts[1])));
    }

    @Test
    void what_makes_no_sense_cannot_even_be_said() {
        var now = settings.now();
        assertThatThrownBy(() -> named(now, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new ClinicDetails(now.name(), now.phone(), now.bring(), Duration.ofMinutes(4), now.language()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClinicDetails(now.name(), now.phone(), now.bring(), now.idle(), Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ClinicSettings node() {
        return new ClinicSettings(database, new AuditLog(Clock.systemUTC()), clock);
    }

    private void change(UnaryOperator<ClinicDetails> change) {
        assertThat(settings.change(ADMIN, OptionalInt.empty(), change)).isInstanceOf(ClinicOutcome.Done.class);
    }

    private static ClinicDetails named(ClinicDetails before, String name) {
        return new ClinicDetails(name, before.phone(), before.bring(), before.idle(), before.language());
    }

    private List<String> details() {
        return database.read(tx -> tx.query("select detail from audit_entries where action = 'settings.changed'")
                .mapTo(String.class)
                .list());
    }

    private void execute(String statement) {
        database.write(tx -> tx.update(statement).execute());
    }
}
