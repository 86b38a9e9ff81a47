package org.emiadi.audit;

import java.util.List;
import java.util.Optional;
import org.emiadi.platform.Sha256;

/// An entry as the chain sees it: each column as PostgreSQL writes it, in the order of the table. Nothing is read into
/// the types of [AuditEntry], since two different texts could be read alike, and what nobody of ours wrote not at all.
record ChainedEntry(long id, List<Optional<String>> columns) {

    ChainedEntry {
        columns = List.copyOf(columns);
    }

    String hashAfter(String before) {
        return Sha256.inHex(canonical(before));
    }

    // Each part with its length in front, so that nothing can move from one part to the next unseen. What is absent
    // has no length and so is no text at all.
    private String canonical(String before) {
        var text = new StringBuilder(before).append(id).append(';');
        for (var column : columns) {
            column.ifPresentOrElse(
                    value -> text.append(value.length()).append(':').append(value), () -> text.append('-'));
        }
        return text.toString();
    }
}
