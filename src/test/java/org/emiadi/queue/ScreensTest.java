package org.emiadi.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class ScreensTest {
    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final Screens screens = new Screens(new AuditLog(clock), clock);

    @Test
    void the_key_of_a_screen_is_made_once_and_opens_the_screen_of_its_facility() {
        var kisumu = TestFacilities.facility(database, "Kisumu", "Africa/Nairobi");
        String first = key(TestPeople.DESK, TestFacilities.FIRST).orElseThrow();
        String second = key(TestPeople.DESK, kisumu).orElseThrow();

        assertThat(first).hasSize(22).isNotEqualTo(second);
        assertThat(key(TestPeople.admin(), TestFacilities.FIRST)).contains(first);
        assertThat(opened(first)).contains(TestFacilities.FIRST);
        assertThat(opened(second)).contains(kisumu);
        assertThat(opened("")).isEmpty();
        assertThat(opened("x".repeat(1000))).isEmpty();
        assertThat(key(TestPeople.DESK, new FacilityId(999))).isEmpty();
        assertThat(trail()).containsExactly("screen.opened success", "screen.opened success");
    }

    @Test
    void a_new_key_takes_the_old_one_away() {
        String before = key(TestPeople.DESK, TestFacilities.FIRST).orElseThrow();

        String after = renewed(TestPeople.DESK).orElseThrow();

        assertThat(opened(before)).isEmpty();
        assertThat(opened(after)).contains(TestFacilities.FIRST);
        assertThat(trail()).containsExactly("screen.opened success", "screen.renewed success");
    }

    @Test
    void patients_get_no_key_and_providers_make_none_anew() {
        var provider = TestPeople.as(TestPeople.provider(database));
        var patient = TestPeople.as(TestPeople.patient(database));

        assertThat(key(patient, TestFacilities.FIRST)).isEmpty();
        assertThat(key(provider, TestFacilities.FIRST)).isPresent();
        assertThat(renewed(patient)).isEmpty();
        assertThat(renewed(provider)).isEmpty();
    }

    private Optional<String> key(Actor actor, FacilityId facility) {
        return database.write(tx -> screens.key(tx, actor, facility));
    }

    private Optional<String> renewed(Actor actor) {
        return database.write(tx -> screens.renew(tx, actor, TestFacilities.FIRST));
    }

    private Optional<FacilityId> opened(String key) {
        return database.read(tx -> screens.opened(tx, key));
    }

    private List<String> trail() {
        return database.read(tx -> tx.query("""
                        select action || ' ' || outcome from audit_entries where action like 'screen.%' order by id
                        """).mapTo(String.class).list());
    }
}
