/// Patients and providers: who they are and how to find them.
/// Always true: a phone number, an email address and a national id belong to one person; a person is either a
/// patient or a provider, for good.
/// Start at [Patients] and [Providers]; what describes both is [PersonDetails].
@NullMarked
package org.emiadi.people;

import org.jspecify.annotations.NullMarked;
