/** What browsers are told about our answers: who may read them, and what may never be done with them. */
@NullMarked
package io.boxoffice.gateway.browser;

import org.jspecify.annotations.NullMarked;
