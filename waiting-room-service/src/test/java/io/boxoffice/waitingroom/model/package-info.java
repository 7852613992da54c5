/**
 * The line against a model: seeded random sequences of everything that can happen to it, run by the very scripts on a clock of
 * the test's own, and compared after every step.
 */
package io.boxoffice.waitingroom.model;
