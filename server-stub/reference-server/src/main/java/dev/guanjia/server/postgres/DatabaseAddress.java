package dev.guanjia.server.postgres;

import java.util.Optional;

/**
 * How to reach a database.
 *
 * @param url the JDBC URL
 * @param user who connects, unless the URL says so
 * @param password the password, unless the URL says so
 */
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {

    /** Says nothing that opens a door. */
    @Override
    public String toString() {
        return "PostgreSQL" + user.map(name -> " as " + name).orElse("");
    }
}
