/// Tests of free slots. [ObviousSlots] is the rule once more, as slow and plain as can be.
@NullMarked
package org.emiadi.slots;

import org.jspecify.annotations.NullMarked;
