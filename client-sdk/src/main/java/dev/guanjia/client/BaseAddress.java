package dev.guanjia.client;

import java.net.URI;

/** Where the API is: the address of a server, with the major version of the API once at its end. */
final class BaseAddress {
    private static final String VERSION = "/v1";

    private BaseAddress() {}

    /**
     * The address that the paths of the operations follow.
     *
     * @param address {@code http} or {@code https}, with or without {@code /v1} and a last slash
     * @return the address up to and including {@code /v1}, without a slash after it
     * @throws IllegalArgumentException if it is no address of a server
     */
    static String of(String address) {
        URI uri = URI.create(address);
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("address must begin with http(s)://: " + scheme);
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getFragment() != null) {
            throw new IllegalArgumentException("address must hold no user, query or fragment");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "address needs a host of letters, digits, dots and hyphens: " + address);
        }
        String bare = address.replaceAll("/+$", "");
        return bare.endsWith(VERSION) ? bare : bare + VERSION;
    }
}
