/// The pages with which people sign in and out, choose and change their password, and set how the pages suit them.
/// Start at [SignInPages].
@NullMarked
package org.emiadi.web.signin;

import org.jspecify.annotations.NullMarked;
