/** Which count of the topics is shown, and how a new one begins. */
@NullMarked
package io.boxoffice.analytics.generation;

import org.jspecify.annotations.NullMarked;
