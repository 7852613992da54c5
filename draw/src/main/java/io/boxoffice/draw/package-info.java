/** The draw that gives the fans of a lobby their order: fixed before anybody joins, checked by anybody afterwards. docs/draw.md specifies it. */
@NullMarked
package io.boxoffice.draw;

import org.jspecify.annotations.NullMarked;
