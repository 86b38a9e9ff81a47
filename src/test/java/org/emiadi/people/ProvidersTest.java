package org.emiadi.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private final Database database = TestDatabase.fresh();
    private final Providers providers = new Providers(new AuditLog(Clock.systemUTC()));

    @Test
    void several_are_found_at_once_as_far_as_there_are_such() {
        var one = TestPeople.provider(database);
        var other = TestPeople.provider(database, "Njeri", "Mwangi");

        var found = database.read(tx -> providers.findAll(tx, Set.of(one, other, new ProviderId(999_999))));

        assertThat(found).containsOnlyKeys(one, other);
        assertThat(found)
                .hasEntrySatisfying(
                        other, provider -> assertThat(provider.details().name()).isEqualTo("Njeri Mwangi"));
        var nobody = database.read(tx -> providers.findAll(tx, Set.of()));
        assertThat(nobody).isEmpty();
    }

    @Test
    void each_specialization_is_named_once_whatever_its_letters() {
        register("Paediatrics");
        register("paediatrics");
        register("Cardiology");
        register(null);

        assertThat(database.read(providers::specializations)).containsExactly("Cardiology", "Paediatrics");
    }

    private void register(@Nullable String specialization) {
        var profile = new Providers.Profile(
                TestPeople.named("Otieno", "Odhiambo"), new Provider.Practice("Doctor", specialization));
        database.write(tx -> providers.register(tx, TestPeople.DESK, profile));
    }
}
