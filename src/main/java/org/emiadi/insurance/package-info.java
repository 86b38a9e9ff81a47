/// Insurance covers of patients; a patient may have several.
/// Always true: a policy number stands on one cover only, and a cover never moves from one patient to another.
/// Start at [Covers].
@NullMarked
package org.emiadi.insurance;

import org.jspecify.annotations.NullMarked;
