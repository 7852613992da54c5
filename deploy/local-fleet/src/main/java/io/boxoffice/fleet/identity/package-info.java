/**
 * An OpenID Connect issuer on this machine: users by pattern, one demo password, and tokens by the thousand for those
 * who drive the platform. Stores nothing but its signing key.
 */
@NullMarked
package io.boxoffice.fleet.identity;

import org.jspecify.annotations.NullMarked;
