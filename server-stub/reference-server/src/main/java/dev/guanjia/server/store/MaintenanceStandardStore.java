package dev.guanjia.server.store;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.maintenance.MaintenanceStandard;
import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.staff.QualificationKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code maintenance_standard}: a company's own standards. Rows are only ever added. */
@Repository
public class MaintenanceStandardStore {

    private static final String INSERT =
            """
            insert into maintenance_standard (tenant, id, from_day, work_zh, work_en, kind, cadence,
                evidence, qualification, recorded_at)
            values (:tenant, :id, :from, :zh, :en, :kind, :cadence, :evidence, :qualification, :at)
            on conflict (tenant, id, from_day) do nothing
            """;
    private static final String ALL =
            """
            select id, from_day, work_zh, work_en, kind, cadence, evidence, qualification
            from maintenance_standard where tenant = :tenant order by id, from_day
            """;

    private final JdbcClient db;

    MaintenanceStandardStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds a standard.
     *
     * @param tenant the company
     * @param row the standard
     * @param at when the row is made
     * @return false if the company has one of that id and first day
     */
    public boolean add(String tenant, MaintenanceStandard row, Instant at) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("from", row.from())
                        .param("zh", row.work().zh())
                        .param("en", row.work().en())
                        .param("kind", row.kind().value())
                        .param("cadence", row.cadence().name())
                        .param("evidence", row.evidence())
                        .param(
                                "qualification",
                                row.qualification().map(QualificationKey::value).orElse(null))
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /**
     * Reads the company's own standards.
     *
     * @param tenant the company
     * @return by id and first day
     */
    public List<MaintenanceStandard> all(String tenant) {
        return db.sql(ALL)
                .param("tenant", tenant)
                .query((row, index) -> standard(row, "id", "from_day"))
                .list();
    }

    /** The columns that describe a standard, in whichever table. */
    static MaintenanceStandard standard(ResultSet row, String id, String from) throws SQLException {
        return new MaintenanceStandard(
                row.getString(id),
                new Label(row.getString("work_zh"), row.getString("work_en")),
                new AssetKey(row.getString("kind")),
                Cadence.valueOf(row.getString("cadence")),
                row.getString("evidence"),
                Optional.ofNullable(row.getString("qualification")).map(QualificationKey::new),
                row.getObject(from, LocalDate.class));
    }
}
