/// Tests of the routes of appointments.
@NullMarked
package org.emiadi.appointments.http;

import org.jspecify.annotations.NullMarked;
