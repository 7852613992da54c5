package io.boxoffice.fleet.provider.fault;

/** A fault that was asked for and makes no sense. */
public class BadFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadFault(String message) {
        super(message);
    }
}
