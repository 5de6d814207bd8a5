package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code report_rule}: which post owes which report. Rows are only ever added. */
@Repository
public class ReportRuleStore {

    private static final String INSERT =
            """
            insert into report_rule (tenant, id, kind, post, days_after, from_day)
            values (:tenant, :id, :kind, :post, :days, :from)
            on conflict (kind, post, from_day, tenant) do nothing
            """;
    private static final String SELECT =
            """
            select id, kind, post, days_after, from_day from report_rule where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (kind, post, from_day) > (:afterKind, :afterPost, :afterDay)
                     and (cast(:post as text) is null or post = :post)
                    order by kind, post, from_day limit :fetch
                    """;
    private static final List<String> FIRST = List.of("", "", "0001-01-01");

    private final JdbcClient db;

    ReportRuleStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A rule.
     *
     * @param id the row
     * @param kind the kind of report
     * @param post the post that owes it
     * @param daysAfter how many days after the period it is in time
     * @param from the first day
     */
    public record RuleRow(String id, String kind, String post, int daysAfter, LocalDate from) {}

    /**
     * Adds a rule.
     *
     * @param tenant the company
     * @param row the rule
     * @return false if the post has one of the kind from that day already
     */
    public boolean add(String tenant, RuleRow row) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("kind", row.kind())
                        .param("post", row.post())
                        .param("days", row.daysAfter())
                        .param("from", row.from())
                        .update()
                == 1;
    }

    /**
     * Reads every rule there ever was.
     *
     * @param tenant the company
     * @return by kind, post and first day
     */
    public List<RuleRow> all(String tenant) {
        return db.sql(SELECT + " order by kind, post, from_day")
                .param("tenant", tenant)
                .query(ReportRuleStore::row)
                .list();
    }

    /**
     * Lists rules by kind, post and first day.
     *
     * @param tenant the company
     * @param post of this post; null for any
     * @param request which page
     * @return the page
     */
    public Page<RuleRow> list(String tenant, @Nullable String post, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("post", post)
                        .param("afterKind", after.get(0))
                        .param("afterPost", after.get(1))
                        .param("afterDay", PageRequest.day(after.get(2)))
                        .param("fetch", request.fetch())
                        .query(ReportRuleStore::row)
                        .list(),
                request,
                row -> PageRequest.join(row.kind(), row.post(), row.from().toString()));
    }

    private static RuleRow row(ResultSet row, int index) throws SQLException {
        return new RuleRow(
                row.getString("id"),
                row.getString("kind"),
                row.getString("post"),
                row.getInt("days_after"),
                row.getObject("from_day", LocalDate.class));
    }
}
