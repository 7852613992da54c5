/** The verdict that stands on an account, what support sees of it, and how it is lifted. */
@NullMarked
package io.boxoffice.fraud.account;

import org.jspecify.annotations.NullMarked;
