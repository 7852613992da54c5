/** What the tests of every service share: real servers, tokens, a clock that moves, architecture rules. */
@NullMarked
package io.boxoffice.common.test;

import org.jspecify.annotations.NullMarked;
