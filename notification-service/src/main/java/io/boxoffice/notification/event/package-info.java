/** Events as we know them: when, where, and whether they still take place. */
@NullMarked
package io.boxoffice.notification.event;

import org.jspecify.annotations.NullMarked;
