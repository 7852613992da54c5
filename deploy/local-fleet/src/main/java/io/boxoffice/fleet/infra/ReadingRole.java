package io.boxoffice.fleet.infra;

/** A role that may read everything in every database of a server, and nothing else. */
public record ReadingRole(String name, String password) {}
