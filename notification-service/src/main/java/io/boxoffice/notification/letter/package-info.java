/** What each kind of letter says, from what its owners tell when it is written. */
@NullMarked
package io.boxoffice.notification.letter;

import org.jspecify.annotations.NullMarked;
