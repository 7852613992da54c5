package io.boxoffice.e2e.demo;

/** Somebody, or something, that takes part in a sale. */
@FunctionalInterface
interface Client {

    /** From coming to going. */
    void live() throws InterruptedException;
}
