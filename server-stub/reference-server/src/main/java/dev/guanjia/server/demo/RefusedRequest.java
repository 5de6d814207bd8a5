package dev.guanjia.server.demo;

/**
 * A row of the city's export that cannot be taken.
 *
 * @param line where it begins in the file
 * @param reference the city's number, if it has one
 * @param reason every column that is wrong, and why
 */
record RefusedRequest(long line, String reference, String reason) {}
