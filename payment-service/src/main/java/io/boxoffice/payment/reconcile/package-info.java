/** Goes on with orders whose process died or whose answers were unknown. */
@NullMarked
package io.boxoffice.payment.reconcile;

import org.jspecify.annotations.NullMarked;
