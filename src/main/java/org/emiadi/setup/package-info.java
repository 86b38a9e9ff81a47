/// How far a new clinic is set up, so that its first administrator is led on.
/// Always true: it is looked up in what is there, never stored, so it cannot be wrong.
/// Start at [Setup].
@NullMarked
package org.emiadi.setup;

import org.jspecify.annotations.NullMarked;
