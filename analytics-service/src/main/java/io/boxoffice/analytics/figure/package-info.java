/** What is counted, and where the results are kept. */
@NullMarked
package io.boxoffice.analytics.figure;

import org.jspecify.annotations.NullMarked;
