package org.emiadi.pages.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.registration.PatientRegistration;
import org.emiadi.web.Form;
import org.emiadi.web.Words;

/// Reads the cards that the desk types in. A row that is empty is no card.
final class CoverForm {
    /// On the page for somebody new; further ones are added on the page of the patient.
    static final List<Integer> ROWS = List.of(1, 2);

    private static final int LONGEST = 120;

    private final Form form;
    private final DeskWords words;
    private final Words common;

    CoverForm(Form form, DeskWords words, Words common) {
        this.form = form;
        this.words = words;
        this.common = common;
    }

    /// The cards of all rows; where one of them is wrong, the form says so.
    List<CoverDetails> readRows() {
        var cards = new ArrayList<CoverDetails>();
        for (int row : ROWS) {
            String end = "_" + row;
            if (form.has("insurer" + end) || form.has("policy" + end) || form.has("expiry" + end)) {
                read(end).ifPresent(cards::add);
            }
        }
        return cards.subList(0, Math.min(cards.size(), PatientRegistration.MOST_COVERS));
    }

    /// One card.
    ///
    /// @param end of the names of its fields
    Optional<CoverDetails> read(String end) {
        String insurer = text("insurer" + end, words.enterInsurer());
        String policy = text("policy" + end, words.enterPolicy());
        Optional<LocalDate> expiry = form.date("expiry" + end);
        if (expiry.isEmpty()) {
            form.wrong("expiry" + end, common.enterDate());
        }
        return form.isGood() ? expiry.map(date -> new CoverDetails(insurer, policy, date)) : Optional.empty();
    }

    private String text(String field, String sentence) {
        String text = form.required(field, sentence).replaceAll("\\p{Cntrl}", " ");
        if (text.length() > LONGEST) {
            form.wrong(field, words.tooLong(LONGEST));
        }
        return text;
    }
}
