package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.emiadi.platform.postgres.DatabaseUrl;
import org.junit.jupiter.api.Test;

class PsqlTest {

    @Test
    void psql_gets_the_same_address_in_its_own_words() {
        assertThat(Psql.serviceFile(DatabaseUrl.parse("postgresql://ann:p%25%40@h1:1,h2/my%20clinic?sslmode=require")))
                .isEqualTo("""
                        [miadi]
                        host=h1,h2
                        port=1,5432
                        dbname=my clinic
                        user=ann
                        password=p%@
                        sslmode=require
                        target_session_attrs=read-write
                        """);
    }

    @Test
    void an_address_without_a_password_leaves_it_to_psql() {
        assertThat(Psql.serviceFile(DatabaseUrl.parse("postgresql://ann@[::1]:5433/c")))
                .isEqualTo("""
                        [miadi]
                        host=::1
                        port=5433
                        dbname=c
                        user=ann
                        """);
    }
}
