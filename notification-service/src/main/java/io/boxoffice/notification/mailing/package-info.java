/** Letters to many, turned into deliveries batch by batch. */
@NullMarked
package io.boxoffice.notification.mailing;

import org.jspecify.annotations.NullMarked;
