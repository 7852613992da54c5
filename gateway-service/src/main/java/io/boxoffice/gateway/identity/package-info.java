/** Who is calling: bearer tokens of the OpenID Connect issuer. */
@NullMarked
package io.boxoffice.gateway.identity;

import org.jspecify.annotations.NullMarked;
