/** Where a fan buys what is listed; payment runs the order. */
@NullMarked
package io.boxoffice.resale.purchase;

import org.jspecify.annotations.NullMarked;
