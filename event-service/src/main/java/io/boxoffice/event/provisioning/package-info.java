/** What we hear from inventory: seats made, sold out, back again. */
@NullMarked
package io.boxoffice.event.provisioning;

import org.jspecify.annotations.NullMarked;
