/// Figures for whoever runs the clinic: what came of the appointments, how much of the published time is used, how
/// long patients wait.
/// Always true: nothing is stored here. Each figure is counted when it is asked for, from the rows that the other
/// rooms write, in one statement, so that the rows of a report and its total never disagree; and no figure tells of
/// one person's data.
/// Start at [Reports]; what a report has is in [VisitCounts], [CapacityUse] and [Waits].
@NullMarked
package org.emiadi.reports;

import org.jspecify.annotations.NullMarked;
