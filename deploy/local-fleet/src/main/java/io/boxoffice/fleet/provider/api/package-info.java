/** The provider's HTTP face: its paths, its form encoding, its JSON and its errors. */
@NullMarked
package io.boxoffice.fleet.provider.api;

import org.jspecify.annotations.NullMarked;
