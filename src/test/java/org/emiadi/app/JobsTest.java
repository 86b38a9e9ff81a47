package org.emiadi.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.IdempotentAnswers;
import org.junit.jupiter.api.Test;

/// The scheduler of a server that runs.
@QuarkusTest
class JobsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Database database;

    @Inject
    IdempotentAnswers answers;

    @Inject
    Jobs jobs;

    private final Clock clock = Clock.systemUTC();

    @Test
    void the_scheduler_links_what_is_written() throws InterruptedException {
        given().header("Authorization", "Bearer " + TestUsers.admin())
                .get("/audit")
                .then()
                .statusCode(200);
        long entry = number("select max(id) from audit_entries");

        Instant end = clock.instant().plus(PATIENCE);
        while (number("select count(*) from audit_links where entry_id = " + entry) == 0) {
            assertThat(clock.instant()).as("entry %s was not linked", entry).isBefore(end);
            Thread.sleep(100);
        }
    }

    @Test
    void answers_that_nobody_can_ask_for_again_are_forgotten_batch_by_batch() {
        int user = TestUsers.signedIn(Role.ADMIN, null).user().id();
        Instant old = clock.instant().minus(IdempotentAnswers.KEPT).minusSeconds(60);
        keep(user, "old", old, IdempotentAnswers.BATCH + 5);
        keep(user, "young", old.plusSeconds(600), 3);

        jobs.cleanUp();

        assertThat(number("select count(*) from idempotent_answers where user_id = " + user))
                .isEqualTo(3);
    }

    @Test
    void holidays_are_there_from_the_start_and_come_back_when_one_is_missing() {
        String madaraka = "select count(*) from holidays where country = 'KE' and name = 'Madaraka Day'";
        assertThat(number(madaraka)).isGreaterThanOrEqualTo(4);

        database.write(tx ->
                tx.update("delete from holidays where name = 'Madaraka Day'").execute());
        jobs.fillInHolidays();

        assertThat(number(madaraka)).isEqualTo(4);
    }

    @Test
    void a_country_that_lacks_a_whole_year_gets_it_without_the_hourly_run() {
        String lastYear = " from holidays where country = 'KE' and source = 'calendar' and day >= (select"
                + " date_trunc('year', max(day)) from holidays where country = 'KE' and source = 'calendar')";
        long before = number("select count(*)" + lastYear);

        database.write(tx -> tx.update("delete" + lastYear).execute());
        jobs.fillInHolidaysOfNewCountries();

        assertThat(number("select count(*)" + lastYear)).isEqualTo(before).isPositive();
    }

    private void keep(int user, String name, Instant at, int count) {
        database.write(tx -> tx.update("""
                        insert into idempotent_answers (user_id, key, operation, request_hash, created_at)
                        select :user, :name || i, 'POST /test', 'x', :at from generate_series(1, :count) i
                        """)
                .bind("user", user)
                .bind("name", name)
                .bind("at", at)
                .bind("count", count)
                .execute());
    }

    private long number(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(Long.class).one());
    }
}
