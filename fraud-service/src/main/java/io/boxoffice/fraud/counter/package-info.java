/** What accounts, devices and addresses did lately, counted in Redis. */
@NullMarked
package io.boxoffice.fraud.counter;

import org.jspecify.annotations.NullMarked;
