package dev.guanjia.server.postgres;

import java.util.Optional;

/**
 * A PostgreSQL that somebody else runs.
 *
 * @param url its JDBC URL, with user and password if it needs them
 */
public record ExternalPostgres(String url) implements Database {

    @Override
    public DatabaseAddress address() {
        return new DatabaseAddress(url, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return "an external PostgreSQL";
    }
}
