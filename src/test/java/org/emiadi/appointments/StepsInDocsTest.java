package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of steps in docs/api/appointments.md is the one that is enforced.
class StepsInDocsTest {
    private static final Path PAGE = Path.of("docs", "api", "appointments.md");

    @Test
    void the_page_tells_for_each_state_what_may_follow_and_who_may_make_it_follow() throws IOException {
        List<String> page = Files.readAllLines(PAGE);

        for (AppointmentStatus from : AppointmentStatus.values()) {
            assertThat(page)
                    .contains("| %s | %s | %s |".formatted(from.text(), cell(from.next()), cell(from.nextByPatient())));
        }
    }

    private static String cell(Set<AppointmentStatus> next) {
        return next.isEmpty()
                ? "–"
                : Arrays.stream(AppointmentStatus.values())
                        .filter(next::contains)
                        .map(AppointmentStatus::text)
                        .collect(Collectors.joining(", "));
    }
}
