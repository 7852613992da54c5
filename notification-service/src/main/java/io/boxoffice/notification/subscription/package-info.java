/** What fans asked to be told, once. Owns the only addresses that are kept, for as short as possible. */
@NullMarked
package io.boxoffice.notification.subscription;

import org.jspecify.annotations.NullMarked;
