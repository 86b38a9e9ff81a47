/// The pages of a provider: the day, the visit, the record, their hours and their leave.
/// Always true: only the provider whose visit it is gets at it; nothing that was typed into a record is lost with a
/// connection; signing a record is an act of its own; leave is entered after its patients were shown.
/// Start at [TodayPages].
@NullMarked
package org.emiadi.pages.practice;

import org.jspecify.annotations.NullMarked;
