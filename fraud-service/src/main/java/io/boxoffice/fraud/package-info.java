/** Judges how risky an account is, and lets a person prove to be one: scores with reasons, challenges, clearances. */
@NullMarked
package io.boxoffice.fraud;

import org.jspecify.annotations.NullMarked;
