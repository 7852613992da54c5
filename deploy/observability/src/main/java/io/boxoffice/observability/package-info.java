/** Dashboards as code: panels and their queries are written here, the JSON that Grafana reads is made of them. */
@NullMarked
package io.boxoffice.observability;

import org.jspecify.annotations.NullMarked;
