/// The routes of patients and providers.
@NullMarked
package org.emiadi.people.http;

import org.jspecify.annotations.NullMarked;
