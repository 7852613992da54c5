package io.boxoffice.e2e.client.model;

/** What opens the gate for a while. */
public record Credential(String code, String mode, long refreshAfterSeconds) {}
