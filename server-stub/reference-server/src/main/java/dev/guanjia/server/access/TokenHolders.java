package dev.guanjia.server.access;

import java.util.Optional;

/** Whose token it is. */
@FunctionalInterface
public interface TokenHolders {

    /**
     * Finds the holder.
     *
     * @param tenant the company
     * @param hash the fingerprint of the token
     * @return the staff id; empty if there is no such token or it was revoked
     */
    Optional<String> of(String tenant, String hash);
}
