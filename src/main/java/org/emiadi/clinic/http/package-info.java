/// The settings of the clinic as JSON.
@NullMarked
package org.emiadi.clinic.http;

import org.jspecify.annotations.NullMarked;
