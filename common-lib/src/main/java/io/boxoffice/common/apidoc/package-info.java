/** The published OpenAPI of every service. */
@NullMarked
package io.boxoffice.common.apidoc;

import org.jspecify.annotations.NullMarked;
