/** The web app: its files, the libraries its modules import, and what a browser is told it may do with them. */
@NullMarked
package io.boxoffice.gateway.web;

import org.jspecify.annotations.NullMarked;
