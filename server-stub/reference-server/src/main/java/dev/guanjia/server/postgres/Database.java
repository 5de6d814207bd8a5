package dev.guanjia.server.postgres;

/** A PostgreSQL that the server may use until it closes it. */
public interface Database extends AutoCloseable {

    /**
     * Waits until the database takes connections.
     *
     * @return where it is
     * @throws dev.guanjia.server.settings.StartRefused if it cannot be had
     */
    DatabaseAddress address();

    /** Lets the database go; what we started, we stop. Calling it twice does no harm. */
    @Override
    void close();
}
