/** Proof of work: issued, solved once, answered with a clearance. */
@NullMarked
package io.boxoffice.fraud.challenge;

import org.jspecify.annotations.NullMarked;
