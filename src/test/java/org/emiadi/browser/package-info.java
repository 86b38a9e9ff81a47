/// The pages, looked at as people do: in a real Chromium, at the widths of a phone and of a desk, in both
/// languages.
///
/// Always true: a test fails when a page reports an error in the console, asks another host for anything, answers
/// 5xx, or shows a text that nobody has translated, whatever else the test is about. Start at [Visitor], who opens
/// a [Screen].
@NullMarked
package org.emiadi.browser;

import org.jspecify.annotations.NullMarked;
