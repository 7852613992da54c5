/** HTTP as a client of ours sees it: calls, answers, problems, and the patience of a careful client. */
@NullMarked
package io.boxoffice.e2e.client.http;

import org.jspecify.annotations.NullMarked;
