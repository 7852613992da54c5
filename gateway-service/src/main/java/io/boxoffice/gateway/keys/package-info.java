/** Public keys of token issuers, kept while an issuer is down, and the checking of signatures. */
@NullMarked
package io.boxoffice.gateway.keys;

import org.jspecify.annotations.NullMarked;
