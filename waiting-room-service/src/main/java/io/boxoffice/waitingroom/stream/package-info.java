/** The entry of a fan as a stream of server-sent events, for as many as an instance can carry; polling is the contract. */
@NullMarked
package io.boxoffice.waitingroom.stream;

import org.jspecify.annotations.NullMarked;
