/** One description of the public API, made of those of the services. */
@NullMarked
package io.boxoffice.gateway.apidoc;

import org.jspecify.annotations.NullMarked;
