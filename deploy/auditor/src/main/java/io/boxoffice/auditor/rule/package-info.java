/** The six invariants as pure functions of what was read: the one implementation, whoever asks. */
@NullMarked
package io.boxoffice.auditor.rule;

import org.jspecify.annotations.NullMarked;
