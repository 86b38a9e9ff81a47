package org.emiadi.board;

import java.time.Instant;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;

/// A time that is kept for somebody who has not booked yet.
///
/// @param id    of the hold
/// @param lane  which of the provider's places it takes, from 1
/// @param until when it is free again unless they do
public record Held(int id, ProviderId provider, TimeRange during, int lane, Instant until) {}
