package org.emiadi.platform;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of text for spreadsheets (RFC 4180). Always true: no cell that somebody typed is a formula to the program that
/// opens it.
public final class Csv {
    public static final String MEDIA_TYPE = "text/csv";

    /// Spreadsheets take what begins like this for something to be worked out, wherever it comes from.
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final String END_OF_LINE = "\r\n";

    private final StringBuilder text = new StringBuilder();

    /// With the names of the columns.
    public Csv(Collection<String> columns) {
        row(columns.toArray());
    }

    /// Adds a row; null is an empty cell, and a number stays one.
    public Csv row(@Nullable Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append(END_OF_LINE);
        return this;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String plain = value.toString();
        String harmless = value instanceof Number || !beginsAFormula(plain) ? plain : "'" + plain;
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == '\t');
        return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    // Blanks in front do not keep a spreadsheet from it.
    private static boolean beginsAFormula(String plain) {
        String begin = plain.replaceFirst("^ +", "");
        return !begin.isEmpty() && BEGINS_A_FORMULA.indexOf(begin.charAt(0)) >= 0;
    }

    /// All rows so far.
    public String text() {
        return text.toString();
    }
}
