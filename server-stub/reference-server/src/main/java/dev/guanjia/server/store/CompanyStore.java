package dev.guanjia.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code company}: one row a tenant. */
@Repository
public class CompanyStore {

    private static final String INSERT =
            """
            insert into company (tenant, name, template, office_opens, office_closes, created_at)
            values (:tenant, :name, :template, :opens, :closes, :at)
            on conflict (tenant) do nothing
            """;
    private static final String FIND =
            """
            select name, template, office_opens, office_closes, created_at from company
            where tenant = :tenant
            """;

    private final JdbcClient db;

    CompanyStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * The company.
     *
     * @param name its registered name
     * @param template the organisation template, by its id
     * @param opens when the office opens on a working day
     * @param closes when it closes
     * @param recordedAt when the row was made
     */
    public record CompanyRow(
            String name, String template, LocalTime opens, LocalTime closes, Instant recordedAt) {}

    /**
     * Adds the company.
     *
     * @param tenant the tenant
     * @param row the company
     * @return false if the tenant has one already
     */
    public boolean add(String tenant, CompanyRow row) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("name", row.name())
                        .param("template", row.template())
                        .param("opens", row.opens())
                        .param("closes", row.closes())
                        .param("at", Sql.at(row.recordedAt()))
                        .update()
                == 1;
    }

    /**
     * Reads the company.
     *
     * @param tenant the tenant
     * @return empty until it is set up
     */
    public Optional<CompanyRow> find(String tenant) {
        return db.sql(FIND).param("tenant", tenant).query(CompanyStore::row).optional();
    }

    private static CompanyRow row(ResultSet row, int index) throws SQLException {
        return new CompanyRow(
                row.getString("name"),
                row.getString("template"),
                row.getObject("office_opens", LocalTime.class),
                row.getObject("office_closes", LocalTime.class),
                Sql.instant(row, "created_at"));
    }
}
