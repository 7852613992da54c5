/** Who is calling: bearer tokens, access rules, access tokens of the waiting room, challenges, calls between services. */
@NullMarked
package io.boxoffice.common.security;

import org.jspecify.annotations.NullMarked;
