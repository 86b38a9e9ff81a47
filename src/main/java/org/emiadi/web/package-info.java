/// The frame around every page for people: the shell with its menu, the browser's sign-in cookie, forms and their
/// guard, words and dates in the reader's language, style sheet and scripts, and the pages of errors.
///
/// Always true: a form that changes something carries a token of the reader's own sign-in and comes from this very
/// site; what a person has typed is never lost, not even when the sign-in ended meanwhile; no page holds inline style
/// or
/// script, or asks another host for anything.
///
/// The pages themselves live in `pages`, one package a reader, and use this room; this room knows none of them but by
/// path ([Menu]). Start at [Pages]; then [Frame], [Form], and the template `web/shell.html`.
@NullMarked
package org.emiadi.web;

import org.jspecify.annotations.NullMarked;
