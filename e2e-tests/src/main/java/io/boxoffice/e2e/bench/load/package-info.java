/** What makes load and what is compared with: stock tools, and small clients where no tool does it. */
@NullMarked
package io.boxoffice.e2e.bench.load;

import org.jspecify.annotations.NullMarked;
