package org.emiadi.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.Facilities;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class SetupTest {
    private final Database database = TestDatabase.fresh();
    private final Setup setup = new Setup();

    @Test
    void each_thing_that_is_entered_is_a_step_and_the_first_one_left_is_next() {
        assertThat(progress().isNew()).isTrue();
        assertThat(progress().next()).contains(Step.FACILITY);

        saveFacility();
        assertThat(progress().next()).contains(Step.PROVIDER);

        var provider = TestPeople.provider(database);
        assertThat(progress().next()).contains(Step.HOURS);

        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
        assertThat(progress().next()).contains(Step.USER);

        user("admin");
        assertThat(progress().next()).contains(Step.USER);

        user("receptionist");
        assertThat(progress().next()).isEmpty();
    }

    @Test
    void steps_may_be_taken_in_any_order() {
        TestPeople.provider(database);
        assertThat(progress().has(Step.PROVIDER)).isTrue();
        assertThat(progress().isNew()).isFalse();
        assertThat(progress().next()).isEqualTo(Optional.of(Step.FACILITY));
    }

    private Progress progress() {
        return database.read(setup::progress);
    }

    private void saveFacility() {
        var facilities = new Facilities(new AuditLog(Clock.systemUTC()));
        database.write(tx -> facilities.change(
                tx, TestPeople.admin(), facilities.first(tx).id(), OptionalInt.empty(), before -> before));
    }

    private void user(String role) {
        database.write(tx -> tx.update("""
                        insert into users (username, password_hash, role, must_change_password, password_changed_at, created_at)
                        values (:role, 'x', :role, false, now(), now())
                        """).bind("role", role).execute());
    }
}
