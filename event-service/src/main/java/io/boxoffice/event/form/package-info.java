/** Bodies as they come in: everything that is wrong with one is told at once, with JSON pointers. */
@NullMarked
package io.boxoffice.event.form;

import org.jspecify.annotations.NullMarked;
