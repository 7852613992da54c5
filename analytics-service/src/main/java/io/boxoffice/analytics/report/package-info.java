/** The figures as organisers and ops read them. */
@NullMarked
package io.boxoffice.analytics.report;

import org.jspecify.annotations.NullMarked;
