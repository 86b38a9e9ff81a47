package org.emiadi.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    private static final String ME = System.getProperty("user.name");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '\0', textBlock = """
            postgresql://ann:secret@db.clinic.ke:5433/clinic | jdbc:postgresql://db.clinic.ke:5433/clinic | ann | secret
            postgres://ann:secret@db/clinic | jdbc:postgresql://db/clinic | ann | secret
            postgresql://ann@db/clinic | jdbc:postgresql://db/clinic | ann | none
            postgresql://ann:secret@db | jdbc:postgresql://db/ann | ann | secret
            postgresql://ann:secret@db/ | jdbc:postgresql://db/ann | ann | secret
            postgresql://ann:p%40ss%3A%2F%25w@db/clinic | jdbc:postgresql://db/clinic | ann | p@ss:/%w
            postgresql://ann:p@ss@db/clinic | jdbc:postgresql://db/clinic | ann | p@ss
            postgresql://ann:a+b:c@db/clinic | jdbc:postgresql://db/clinic | ann | a+b:c
            postgresql://m%C3%BCller:x@db/caf%C3%A9 | jdbc:postgresql://db/caf%C3%A9 | müller | x
            postgresql://a:b@db/my%20clinic | jdbc:postgresql://db/my%20clinic | a | b
            postgresql://a:b@[::1]:5432/c | jdbc:postgresql://[::1]:5432/c | a | b
            postgresql://a:b@db/c?sslmode=require | jdbc:postgresql://db/c?sslmode=require | a | b
            postgresql://a:b@db/c?sslmode=verify-full&sslrootcert=/etc/ca.pem | jdbc:postgresql://db/c?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem | a | b
            postgresql://a:b@db/c?connect_timeout=3&application_name=x%20y | jdbc:postgresql://db/c?connectTimeout=3&ApplicationName=x%20y | a | b
            postgresql://a:b@h1:1,h2:2/c | jdbc:postgresql://h1:1,h2:2/c?targetServerType=primary | a | b
            postgresql://a:b@h1,h2/c?targetServerType=any | jdbc:postgresql://h1,h2/c?targetServerType=any | a | b
            postgresql://a:b@h1,h2/c?target_session_attrs=read-write | jdbc:postgresql://h1,h2/c?targetServerType=primary | a | b
            postgresql://db/c?user=a&password=b%26 | jdbc:postgresql://db/c | a | b&
            jdbc:postgresql://db:5433/c?user=a&password=b&prepareThreshold=0 | jdbc:postgresql://db:5433/c?prepareThreshold=0 | a | b
            jdbc:postgresql://a:b@db/c | jdbc:postgresql://db/c | a | b
            jdbc:postgresql:clinic?user=a | jdbc:postgresql://localhost/clinic | a | none
            """)
    void an_address_is_read_as_people_write_it(String text, String url, String user, String password) {
        assertThat(DatabaseUrl.parse(text)).isEqualTo(new DatabaseAddress(url, user, password == null ? "" : password));
    }

    @Test
    void without_a_user_it_is_the_one_who_is_signed_in_here() {
        assertThat(DatabaseUrl.parse("postgresql://db"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/" + ME, ME, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://a:hush@db/c",
                "db.clinic.ke",
                "postgresql:///clinic",
                "postgresql://a:hush@/clinic",
                "postgresql://a:hush@db:port/c",
                "postgresql://a:hush@db:70000/c",
                "postgresql://a:hush@db:0/c",
                "postgresql://a:hu/sh@db/c",
                "postgresql://a:hush%@db/c",
                "postgresql://a:hush%4@db/c",
                "postgresql://a:hush%zz@db/c",
                "postgresql://a:hush%ff@db/c",
                "postgresql://a:hush@db/c/d",
                "postgresql://a:hush@h1,,h2/c",
                "postgresql://a:hush@db/c?sslmode",
                "postgresql://a:hush@/c?host=/var/run/postgresql",
            })
    void anything_else_is_refused_without_repeating_the_password(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DATABASE_URL cannot be read: ")
                .hasMessageNotContaining("hush");
    }

    @Test
    void an_address_in_words_does_not_show_its_password() {
        assertThat(DatabaseUrl.parse("postgresql://ann:hush@db/c")).asString().doesNotContain("hush");
    }
}
