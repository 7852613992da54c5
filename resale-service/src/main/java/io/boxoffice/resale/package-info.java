/** The service that lets fans sell and give tickets on, at a fair price. */
@NullMarked
package io.boxoffice.resale;

import org.jspecify.annotations.NullMarked;
