/** The checker: what clients of one sale saw, and the auditor's rules applied to it. */
@NullMarked
package io.boxoffice.e2e.check;

import org.jspecify.annotations.NullMarked;
