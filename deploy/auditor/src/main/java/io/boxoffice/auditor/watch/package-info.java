/** The continuous audit: walks the events, lets what is in motion settle, counts and tells what stays broken. */
@NullMarked
package io.boxoffice.auditor.watch;

import org.jspecify.annotations.NullMarked;
