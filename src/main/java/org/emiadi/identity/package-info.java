/// Users, their roles, and how they prove who they are.
/// Always true: a user who is a person is exactly one person, and that person is what the role says; a refresh token
/// works once; what was revoked is refused on every node within a second.
/// Start at [SignIn] and [Users].
@NullMarked
package org.emiadi.identity;

import org.jspecify.annotations.NullMarked;
