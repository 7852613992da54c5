/** What we ask of inventory about held seats. */
@NullMarked
package io.boxoffice.payment.hold;

import org.jspecify.annotations.NullMarked;
