/** Whom to believe about the client's address, and how much body to accept. */
@NullMarked
package io.boxoffice.gateway.edge;

import org.jspecify.annotations.NullMarked;
