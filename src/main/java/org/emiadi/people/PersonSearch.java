package org.emiadi.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.emiadi.platform.PhoneNumber;
import org.jdbi.v3.core.statement.Query;

/// The words of a search, each of which must fit a person: part of a name, a phone number, a national id or a patient
/// number, names also when misspelt, in any order.
public record PersonSearch(List<String> words) {
    private static final int MOST_WORDS = 8;

    /// Below this word similarity (pg_trgm, 0 to 1) a name is another name. `Jonh` and `John` have 0.4.
    static final String THRESHOLD = "0.39";

    public static PersonSearch of(String typed) {
        return PhoneNumber.parse(typed)
                .map(phone -> new PersonSearch(List.of(phone.e164())))
                .orElseGet(() -> new PersonSearch(
                        Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                                .filter(word -> !word.isEmpty())
                                .map(PersonSearch::word)
                                .limit(MOST_WORDS)
                                .toList()));
    }

    // Phone numbers are stored without the leading 0, which people type first.
    private static String word(String word) {
        boolean startOfPhone = word.matches("0[0-9]{3,}");
        return startOfPhone ? word.substring(1) : word;
    }

    /// A condition with one bound pattern and word for each of the words.
    ///
    /// @param folded      the expression that is searched, misspelt words included
    /// @param otherColumn is searched for the words as they are
    String condition(String folded, String otherColumn) {
        var each = IntStream.range(0, words.size())
                .mapToObj(i ->
                        "(%2$s like miadi_fold(:like%1$d) or miadi_fold(:word%1$d) <%% %2$s or %3$s ilike :like%1$d)"
                                .formatted(i, folded, otherColumn))
                .toList();
        return each.isEmpty() ? "false" : String.join(" and ", each);
    }

    /// How well `p` fits, as a number with six decimals: higher is better.
    String score() {
        var each = IntStream.range(0, words.size())
                .mapToObj("word_similarity(miadi_fold(:word%d), p.search_text)"::formatted)
                .toList();
        return each.isEmpty() ? "0" : "round((" + String.join(" + ", each) + ")::numeric, 6)";
    }

    Query bindTo(Query query) {
        for (int i = 0; i < words.size(); i++) {
            query.bind("like" + i, "%" + escaped(words.get(i)) + "%").bind("word" + i, words.get(i));
        }
        return query;
    }

    private static String escaped(String word) {
        return word.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
