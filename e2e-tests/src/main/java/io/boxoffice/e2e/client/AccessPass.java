package io.boxoffice.e2e.client;

/** What lets a fan buy: the access token, presented from the device it was given to. */
public record AccessPass(String accessToken, String deviceId) {}
