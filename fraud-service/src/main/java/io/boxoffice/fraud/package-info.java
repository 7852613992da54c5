/** The service that judges how risky a fan, device or request is. */
@NullMarked
package io.boxoffice.fraud;

import org.jspecify.annotations.NullMarked;
