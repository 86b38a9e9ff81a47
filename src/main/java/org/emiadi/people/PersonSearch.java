package org.emiadi.people;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emiadi.platform.PhoneNumber;
import org.jdbi.v3.core.statement.Query;

/// The words of a search, each of which must fit a person: part of a name, a phone number, a national id or a patient
/// number, names also when misspelt, in any order.
public record PersonSearch(List<String> words) {
    private static final int MOST_WORDS = 8;

    /// Below this word similarity (pg_trgm, 0 to 1) a name is another name: `Jonh` and `John` have 0.4. The function
    /// `patients_by_name` says the same of the words of many names.
    private static final String ALIKE = "0.39";

    /// Shorter words are found at the start of a name only: in the middle, no index knows them.
    private static final int SHORTEST_PART = 3;

    /// The digits of a number, with what people put between them.
    private static final String SPACED_NUMBER = "[+(0-9][0-9 ().-]{2,}";

    private static final String START_OF_PHONE = "0[1-9][0-9]+";
    private static final String NUMBER_ON_CARD = "(?:pat-)?[0-9]{1,9}";

    public static PersonSearch of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return PhoneNumber.parse(text)
                .map(phone -> new PersonSearch(List.of(phone.e164())))
                .orElseGet(() -> new PersonSearch(Arrays.stream(joined(text).split("[\\s,;]+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList()));
    }

    // Phone numbers and cards are read out in groups, and typed so.
    private static String joined(String text) {
        return text.matches(SPACED_NUMBER)
                ? text.replaceAll("[^+0-9]", "")
                : text.replaceAll("\\bpat[\\s-]*(?=[0-9])", "pat-");
    }

    /// A condition with one bound pattern and word for each of the words.
    ///
    /// @param folded      the expression that is searched, misspelt words included
    /// @param otherColumn is searched for the words as they are
    String condition(String folded, String otherColumn) {
        return each(
                i -> "(%2$s like miadi_fold(:like%1$d) or %4$s or %3$s ilike :like%1$d)"
                        .formatted(i, folded, otherColumn, alike(i, folded)),
                " and ",
                "false");
    }

    Query bindTo(Query query) {
        for (int i = 0; i < words.size(); i++) {
            query.bind("like" + i, pattern(i)).bind("word" + i, words.get(i));
        }
        return query;
    }

    private static String alike(int i, String folded) {
        return "word_similarity(miadi_fold(:word%d), %s) >= %s".formatted(i, folded, ALIKE);
    }

    /// Whether nothing but names is looked for, which is answered by the words of all names.
    boolean isOfNames() {
        return IntStream.range(0, words.size()).noneMatch(this::isNumber);
    }

    /// The ids of all patients who may fit, by the number that the fewest have; each is found by an index.
    String candidates() {
        int i = IntStream.range(0, words.size())
                .filter(this::isNumber)
                .boxed()
                .max(Comparator.comparing(this::isShort)
                        .thenComparingInt(number -> part(number).length()))
                .orElseThrow();
        String onCard = "select n.id from patients n where n.patient_number = :card%d".formatted(i);
        if (isPhone(i)) {
            return onCard + " union all select o.id from persons o where o.phone = :phone%d".formatted(i);
        }
        return isShort(i) ? onCard : onCard + " union all select patients_with_number(:like%d)".formatted(i);
    }

    /// The same for patients, whom numbers find as well. Misspelt are words only: a phone number with another digit is
    /// another phone.
    String conditionOnPatients() {
        return each(i -> "(" + (isNumber(i) ? onNumber(i) : onName(i)) + ")", " and ", "false");
    }

    private String onName(int i) {
        String misspelt = alike(i, "p.search_text");
        return isShort(i) ? misspelt : misspelt + " or p.search_text like miadi_fold(:like%d)".formatted(i);
    }

    private String onNumber(int i) {
        String onCard = "p.id = (select n.id from patients n where n.patient_number = :card%d)".formatted(i);
        if (isPhone(i)) {
            return onCard + " or p.phone = :phone%d".formatted(i);
        }
        return isShort(i) ? onCard : onCard + " or p.search_text like :like%d".formatted(i);
    }

    /// How well `p` fits, as a number with six decimals: higher is better. A number on a card is one patient's, so it
    /// counts more than digits that some phone has as well.
    String score() {
        String sum = each(
                i -> isNumber(i)
                        ? "(p.id = (select n.id from patients n where n.patient_number = :card%d))::int * 2"
                                .formatted(i)
                        : "word_similarity(miadi_fold(:word%d), p.search_text)".formatted(i),
                " + ",
                "0");
        return "round((" + sum + ")::numeric, 6)";
    }

    Query bindToPatients(Query query) {
        for (int i = 0; i < words.size(); i++) {
            query.bind(isNumber(i) ? "card" + i : "word" + i, isNumber(i) ? onCard(words.get(i)) : words.get(i));
            if (isPhone(i)) {
                query.bind("phone" + i, words.get(i));
            } else if (!isShort(i)) {
                query.bind("like" + i, pattern(i));
            }
        }
        return query;
    }

    // As `next_patient_number` writes it; anything longer is on no card.
    private static String onCard(String word) {
        String digits = word.replace("pat-", "");
        return word.matches(NUMBER_ON_CARD) ? "PAT-%03d".formatted(Integer.valueOf(digits)) : word;
    }

    private boolean isNumber(int i) {
        return words.get(i).chars().anyMatch(Character::isDigit);
    }

    // The whole number of one phone, which nobody needs to look for in the middle of others.
    private boolean isPhone(int i) {
        return words.get(i).startsWith("+") && PhoneNumber.parse(words.get(i)).isPresent();
    }

    private boolean isShort(int i) {
        return part(i).length() < SHORTEST_PART;
    }

    private String pattern(int i) {
        return "%" + part(i).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    // Phone numbers are stored without the leading 0, which people type first.
    private String part(int i) {
        String word = words.get(i);
        if (!word.matches(START_OF_PHONE)) {
            return word;
        }
        String rest = word.substring(1);
        return rest.length() < SHORTEST_PART ? PhoneNumber.DEFAULT_COUNTRY_CODE + rest : rest;
    }

    private String each(IntFunction<String> part, String between, String none) {
        return words.isEmpty()
                ? none
                : IntStream.range(0, words.size()).mapToObj(part).collect(Collectors.joining(between));
    }
}
