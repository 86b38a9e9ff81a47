/// How fast the house is, measured on its own code. Nothing here runs unless it is asked for.
/// Always true: the figures come from the very doors that requests go through, in one run, and say how they were made.
/// Start at [SlotBench].
@NullMarked
package org.emiadi.app.bench;

import org.jspecify.annotations.NullMarked;
