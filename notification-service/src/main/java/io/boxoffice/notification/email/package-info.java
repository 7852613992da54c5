/** Messages and the SMTP server: one message, one attempt, one clear answer. */
@NullMarked
package io.boxoffice.notification.email;

import org.jspecify.annotations.NullMarked;
