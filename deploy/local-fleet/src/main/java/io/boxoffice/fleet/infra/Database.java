package io.boxoffice.fleet.infra;

/** A database and the one role that owns it and may enter it. */
public record Database(String name, String role, String password) {}
