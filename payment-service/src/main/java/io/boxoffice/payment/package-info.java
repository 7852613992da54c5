/** Orders and their payments: takes the money exactly once for seats that inventory confirms; never knows cards. */
@NullMarked
package io.boxoffice.payment;

import org.jspecify.annotations.NullMarked;
