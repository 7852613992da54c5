/** Problem answers, request ids and limits that every HTTP API of ours shares. */
@NullMarked
package io.boxoffice.common.web;

import org.jspecify.annotations.NullMarked;
