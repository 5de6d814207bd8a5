package dev.guanjia.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of the embedded PostgreSQL, written anew at each start: small, durable, private. */
final class ClusterSettings {

    private static final String SETTINGS =
            """
            # written by the server at each start; use GUANJIA_DB_URL for a PostgreSQL of your own
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            password_encryption = scram-sha-256

            # a commit that was answered survives a loss of power
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # one small server
            max_connections = 40
            shared_buffers = 64MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            effective_cache_size = 512MB
            max_worker_processes = 4
            max_parallel_workers = 2
            io_method = sync
            jit = off
            wal_level = minimal
            max_wal_senders = 0

            # one way to print a date, one time zone, no statements with people's data in the log
            datestyle = 'ISO, YMD'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            log_line_prefix = '%%m [%%p] '
            log_min_error_statement = panic
            log_parameter_max_length_on_error = 0
            """;

    private static final String ACCESS =
            """
            # written by the server at each start
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private ClusterSettings() {}

    static void write(Path cluster, int port) {
        try {
            Files.writeString(cluster.resolve("postgresql.conf"), SETTINGS.formatted(port));
            Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
