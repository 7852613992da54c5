/**
 * How long a fan still waits, and how sure that is. The estimator knows neither Spring nor Redis, so that the bench
 * {@code wait-estimate} can drive these very classes in virtual time.
 */
@NullMarked
package io.boxoffice.waitingroom.estimate;

import org.jspecify.annotations.NullMarked;
