/** The other parties, over real HTTP. */
package io.boxoffice.payment.remote;
