package dev.guanjia.server.application;

/**
 * An amount as it was given.
 *
 * @param amount decimal text, in major units
 * @param currency its code
 */
public record Amount(String amount, String currency) {}
