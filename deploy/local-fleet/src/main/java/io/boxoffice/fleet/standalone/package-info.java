/**
 * What the stand-ins for outside parties (identity provider, payment provider, mail) share: a small web stack that
 * starts fast, readiness, problem answers and an append-only journal. Knows none of them.
 */
@NullMarked
package io.boxoffice.fleet.standalone;

import org.jspecify.annotations.NullMarked;
