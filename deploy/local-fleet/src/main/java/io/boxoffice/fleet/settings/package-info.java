/** What a fleet is started with: its folder, its ports, its secrets and the settings a caller may change. */
@NullMarked
package io.boxoffice.fleet.settings;

import org.jspecify.annotations.NullMarked;
