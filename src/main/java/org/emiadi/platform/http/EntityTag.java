package org.emiadi.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;

/// Versions of rows as entity tags (RFC 9110, 8.8.3), so that nobody overwrites what they have not seen.
public final class EntityTag {
    private EntityTag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /// The version that the client has seen, by `If-Match`; empty where any will do.
    public static OptionalInt expected(HttpHeaders headers) {
        return Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH))
                .filter(tags -> !tags.strip().equals("*"))
                .map(EntityTag::version)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    // A list of tags is allowed by the standard; ours are of one row, so the newest is the one that counts.
    private static int version(String tags) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> tag.matches("\"[0-9]{1,9}\""))
                .mapToInt(tag -> Integer.parseInt(tag.substring(1, tag.length() - 1)))
                .max()
                .orElseThrow(() -> new ProblemException(Problem.of(ProblemType.LOST_UPDATE)));
    }
}
