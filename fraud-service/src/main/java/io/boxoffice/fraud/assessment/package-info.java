/** The one question that is asked while a fan waits: may this account order? */
@NullMarked
package io.boxoffice.fraud.assessment;

import org.jspecify.annotations.NullMarked;
