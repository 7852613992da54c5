/** Rules that turn figures into points with reasons, and points into a decision. */
@NullMarked
package io.boxoffice.fraud.score;

import org.jspecify.annotations.NullMarked;
