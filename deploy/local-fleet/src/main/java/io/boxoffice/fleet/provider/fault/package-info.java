/** Faults on demand: what a drill asks for, and how it strikes a request or a webhook. */
@NullMarked
package io.boxoffice.fleet.provider.fault;

import org.jspecify.annotations.NullMarked;
