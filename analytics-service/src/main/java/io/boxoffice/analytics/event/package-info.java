/** The events whose figures are asked for, as the catalogue tells of them. */
@NullMarked
package io.boxoffice.analytics.event;

import org.jspecify.annotations.NullMarked;
