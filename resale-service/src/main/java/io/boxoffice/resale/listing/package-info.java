/** Listings and how their states change; knows no HTTP. */
@NullMarked
package io.boxoffice.resale.listing;

import org.jspecify.annotations.NullMarked;
