/** The one public door: what is not in the route table does not exist, and nothing behind it is trusted to be the first check. */
@NullMarked
package io.boxoffice.gateway;

import org.jspecify.annotations.NullMarked;
