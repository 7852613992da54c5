/** Whether the waiting room let this fan in. */
@NullMarked
package io.boxoffice.payment.admission;

import org.jspecify.annotations.NullMarked;
