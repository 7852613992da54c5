/** The service that counts what is sold, waited for and dropped, per event. */
@NullMarked
package io.boxoffice.analytics;

import org.jspecify.annotations.NullMarked;
