/** How hard this process is pressed, told once a second to whoever decides how many come in. */
@NullMarked
package io.boxoffice.common.load;

import org.jspecify.annotations.NullMarked;
