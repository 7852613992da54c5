/** Card numbers are refused before anything is kept or told. */
@NullMarked
package io.boxoffice.payment.card;

import org.jspecify.annotations.NullMarked;
