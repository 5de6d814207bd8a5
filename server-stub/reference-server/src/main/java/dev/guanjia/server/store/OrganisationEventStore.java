package dev.guanjia.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code organisation_event}: what changed in a company's tree, in order. */
@Repository
public class OrganisationEventStore {

    private static final String INSERT =
            """
            insert into organisation_event
                (tenant, line, id, kind, subject, from_day, facts, recorded_at)
            values (:tenant, :line, :id, :kind, :subject, :from, cast(:facts as jsonb), :at)
            """;
    private static final String ALL =
            """
            select kind, subject, from_day, facts from organisation_event
            where tenant = :tenant order by line
            """;
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper mapper;

    OrganisationEventStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A change at its place.
     *
     * @param line counted from 1
     * @param id the row
     * @param change what changes
     */
    public record Event(long line, String id, TreeChange change) {}

    /**
     * Adds a change.
     *
     * @param tenant the company, locked
     * @param event the change
     * @param at when
     */
    public void add(String tenant, Event event, Instant at) {
        TreeChange change = event.change();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("line", event.line())
                .param("id", event.id())
                .param("kind", change.kind().name())
                .param("subject", change.subject())
                .param("from", change.day())
                .param("facts", mapper.writeValueAsString(change.facts()))
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Reads every change there ever was.
     *
     * @param tenant the company
     * @return in the order in which they were made
     */
    public List<TreeChange> all(String tenant) {
        return db.sql(ALL).param("tenant", tenant).query(this::change).list();
    }

    private TreeChange change(ResultSet row, int index) throws SQLException {
        return new TreeChange(
                TreeChange.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getObject("from_day", LocalDate.class),
                mapper.readValue(row.getString("facts"), FACTS));
    }
}
