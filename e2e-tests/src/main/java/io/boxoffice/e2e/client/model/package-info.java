/** What the public API answers, as far as a fan, an organiser or a scanner reads it. */
@NullMarked
package io.boxoffice.e2e.client.model;

import org.jspecify.annotations.NullMarked;
