package org.emiadi.pages.practice;

import java.util.OptionalInt;
import org.emiadi.records.Findings;
import org.emiadi.records.RecordDrafts;
import org.emiadi.web.Form;
import org.jspecify.annotations.Nullable;

/// The fields of a record.
final class RecordForm {
    private static final int LONGEST_DIAGNOSIS = 255;
    /// As over the API: some thirty pages.
    private static final int LONGEST_TEXT = 100_000;

    private RecordForm() {}

    static Form of(Findings findings, int version) {
        return Form.empty()
                .with("diagnosis", findings.diagnosis())
                .with("treatment", findings.treatment())
                .with("notes", findings.notes())
                .with("version", version);
    }

    /// What was typed. What is too long is an error of its field.
    static Findings findings(Form form, PracticeWords words) {
        return new Findings(
                text(form, "diagnosis", LONGEST_DIAGNOSIS, words),
                text(form, "treatment", LONGEST_TEXT, words),
                text(form, "notes", LONGEST_TEXT, words));
    }

    // Browsers send line ends as mail does; kept are plain ones, so that the same text compares as the same.
    private static @Nullable String text(Form form, String name, int longest, PracticeWords words) {
        String typed = form.exactly(name).replace("\r\n", "\n").strip();
        if (typed.length() > longest) {
            form.wrong(name, words.tooLong(longest));
        }
        if (typed.indexOf('\0') >= 0) {
            form.wrong(name, words.unreadable());
        }
        return typed.isEmpty() ? null : typed;
    }

    /// The version that the page was drawn with.
    static OptionalInt version(Form form) {
        return OptionalInt.of(form.number("version").orElse(RecordDrafts.NONE_YET));
    }
}
