package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void with_nothing_set_everything_has_a_value() {
        var settings = Settings.of(Map.of());
        assertThat(settings.port()).isEqualTo(5000);
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Africa/Nairobi"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.corsOrigins()).isEmpty();
        assertThat(settings.rateLimited()).isTrue();
        assertThat(settings.mostRequests()).isEqualTo(2000);
        assertThat(settings.issuer()).isEqualTo("http://localhost:5000");
        assertThat(settings.dataFolder()).isAbsolute();
        assertThat(settings.keyFile()).isEqualTo(settings.dataFolder().resolve("signing.key"));
    }

    @Test
    void an_empty_value_counts_as_not_set() {
        var settings = Settings.of(Map.of("PORT", " ", "DATABASE_URL", "", "MIADI_ADMIN_PASSWORD", ""));
        assertThat(settings).isEqualTo(Settings.of(Map.of()));
    }

    @Test
    void origins_are_separated_by_commas() {
        assertThat(Settings.of(Map.of("MIADI_CORS_ORIGINS", "https://a.example, https://b.example,"))
                        .corsOrigins())
                .isEqualTo(List.of("https://a.example", "https://b.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 0",
        "PORT, 65536",
        "PORT, http",
        "MIADI_ZONE, Africa/Atlantis",
        "MIADI_ZONE, ' Nairobi'",
        "MIADI_RATE_LIMIT, perhaps",
        "MIADI_MOST_REQUESTS, 0",
        "MIADI_MOST_REQUESTS, many",
        "DATABASE_URL, mysql://db/clinic",
    })
    void what_cannot_be_understood_is_refused_with_one_line_that_names_it(String name, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)))
                .isInstanceOf(Settings.Refused.class)
                .hasMessageStartingWith(name)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, XDG_DATA_HOME, /data, /data/e-miadi",
        "Linux, XDG_DATA_HOME, data, /home/ann/.local/share/e-miadi",
        "Linux, OTHER, x, /home/ann/.local/share/e-miadi",
        "Mac OS X, XDG_DATA_HOME, /data, /home/ann/Library/Application Support/e-miadi",
        "Windows 11, LOCALAPPDATA, /local, /local/e-miadi",
    })
    void data_go_where_the_system_keeps_a_users_data(String system, String name, String value, Path folder) {
        assertThat(Settings.usualFolder(system, Path.of("/home/ann"), Map.of(name, value)))
                .isEqualTo(folder);
    }

    @Test
    void the_sample_clinic_never_touches_the_real_data() {
        var own = Settings.of(Map.of("MIADI_DATA_DIR", "/srv/clinic/", "DATABASE_URL", "postgresql://a:b@db/c"));
        assertThat(own.forDemo().dataFolder()).isEqualTo(Path.of("/srv/clinic-demo"));
        assertThat(own.forDemo().keyFile()).isEqualTo(Path.of("/srv/clinic-demo/signing.key"));
        assertThat(own.forDemo().database()).isEmpty();
    }

    @Test
    void the_table_in_the_documents_says_what_the_code_says() throws IOException {
        var documented = Files.readAllLines(Path.of("docs/settings.md")).stream()
                .filter(line -> line.matches("\\| `[A-Z_]+` .*"))
                .toList();
        var known = Stream.of(Setting.values())
                .map(setting -> "| `%s` | %s | %s | `%s` |"
                        .formatted(setting, setting.meaning(), setting.preset(), setting.example()))
                .toList();
        assertThat(documented).isEqualTo(known);
    }

    @Test
    void settings_in_words_do_not_show_secrets() {
        var settings = Settings.of(
                Map.of("MIADI_ADMIN_PASSWORD", "hush-hush-hush", "DATABASE_URL", "postgresql://a:hush@db/c"));
        assertThat(settings).asString().doesNotContain("hush");
    }
}
