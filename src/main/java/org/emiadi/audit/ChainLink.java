package org.emiadi.audit;

/// One link: the hash of an entry together with the hash of the link before it.
///
/// @param position 1 for the first link, without gaps
/// @param hash     SHA-256 in hexadecimal digits
record ChainLink(long position, long entryId, String hash) {
    /// What the first link is tied to.
    static final ChainLink BEFORE_THE_FIRST = new ChainLink(0, 0, "0".repeat(64));

    ChainLink next(ChainedEntry entry) {
        return new ChainLink(position + 1, entry.id(), entry.hashAfter(hash));
    }
}
