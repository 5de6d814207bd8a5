package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.Qualification;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.Qualifications;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code qualification}: what people are qualified for. Rows are only ever added. */
@Repository
public class QualificationStore {

    private static final String INSERT =
            """
            insert into qualification
                (tenant, id, staff_id, kind, number, from_day, to_day, created_at)
            values (:tenant, :id, :staff, :kind, :number, :from, :to, :at)
            """;
    private static final String SELECT =
            """
            select id, staff_id, kind, number, from_day, to_day from qualification
            where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and staff_id = :staff and (kind, from_day, id) > (:kind, :from, :after)
                    order by kind, from_day, id limit :fetch
                    """;
    private static final List<String> FIRST = List.of("", "0001-01-01", "");

    private final JdbcClient db;

    QualificationStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A qualification and the name of its row.
     *
     * @param id the row
     * @param qualification who is qualified for what
     */
    public record QualificationRow(String id, Qualification qualification) {

        /**
         * The first day on which it is no longer valid.
         *
         * @return the day after the last; empty when it does not lapse
         */
        public Optional<LocalDate> to() {
            return qualification.last().map(last -> last.plusDays(1));
        }
    }

    /**
     * Adds a qualification.
     *
     * @param tenant the company
     * @param row the qualification
     * @param at when
     */
    public void add(String tenant, QualificationRow row, Instant at) {
        Qualification qualification = row.qualification();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("staff", qualification.staff().value())
                .param("kind", qualification.kind().value())
                .param("number", qualification.number())
                .param("from", qualification.from())
                .param("to", row.to().orElse(null))
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * What a person is qualified for.
     *
     * @param tenant the company
     * @param staffId the person
     * @return every row there ever was
     */
    public Qualifications of(String tenant, String staffId) {
        return new Qualifications(
                db.sql(SELECT + " and staff_id = :staff")
                        .param("tenant", tenant)
                        .param("staff", staffId)
                        .query((row, index) -> row(row, index).qualification())
                        .list());
    }

    /**
     * What everybody is qualified for.
     *
     * @param tenant the company
     * @return every row there ever was
     */
    public Qualifications all(String tenant) {
        return new Qualifications(
                db.sql(SELECT)
                        .param("tenant", tenant)
                        .query((row, index) -> row(row, index).qualification())
                        .list());
    }

    /**
     * Lists a person's qualifications by kind and first day.
     *
     * @param tenant the company
     * @param staffId the person
     * @param request which page
     * @return the page
     */
    public Page<QualificationRow> list(String tenant, String staffId, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("staff", staffId)
                        .param("kind", after.get(0))
                        .param("from", PageRequest.day(after.get(1)))
                        .param("after", after.get(2))
                        .param("fetch", request.fetch())
                        .query(QualificationStore::row)
                        .list(),
                request,
                QualificationStore::place);
    }

    private static String place(QualificationRow row) {
        Qualification qualification = row.qualification();
        return PageRequest.join(
                qualification.kind().value(), qualification.from().toString(), row.id());
    }

    private static QualificationRow row(ResultSet row, int index) throws SQLException {
        return new QualificationRow(
                row.getString("id"),
                new Qualification(
                        new StaffId(row.getString("staff_id")),
                        new QualificationKey(row.getString("kind")),
                        row.getString("number"),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("to_day", LocalDate.class))
                                .map(to -> to.minusDays(1))));
    }
}
