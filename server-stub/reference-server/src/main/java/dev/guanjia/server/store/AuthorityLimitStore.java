package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.AuthorityLimit;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code authority_limit}: how much a post may sign. Rows are only ever added. */
@Repository
public class AuthorityLimitStore {

    private static final String INSERT =
            """
            insert into authority_limit
                (tenant, id, kind, post, limit_minor, currency, from_day, demo)
            values (:tenant, :id, :kind, :post, :minor, :currency, :from, :demo)
            on conflict (tenant, kind, post, from_day) do nothing
            """;
    private static final String SELECT =
            """
            select id, kind, post, limit_minor, currency, from_day, demo from authority_limit
            where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (kind, post, from_day) > (:kind, :post, :from)
                    order by kind, post, from_day limit :fetch
                    """;
    private static final List<String> FIRST = List.of("", "", "0001-01-01");

    private final JdbcClient db;

    AuthorityLimitStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A limit and the name of its row.
     *
     * @param id the row
     * @param limit the limit
     */
    public record LimitRow(String id, AuthorityLimit limit) {}

    /**
     * Adds a limit.
     *
     * @param tenant the company
     * @param row the limit
     * @return false if the post has one of that kind from that day already
     */
    public boolean add(String tenant, LimitRow row) {
        AuthorityLimit limit = row.limit();
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("kind", limit.kind().value())
                        .param("post", limit.post().value())
                        .param("minor", limit.limit().minorUnits())
                        .param("currency", limit.limit().currency().getCurrencyCode())
                        .param("from", limit.from())
                        .param("demo", limit.demo())
                        .update()
                == 1;
    }

    /**
     * Reads every limit there ever was.
     *
     * @param tenant the company
     * @return in the order in which they were added
     */
    public List<LimitRow> all(String tenant) {
        return db.sql(SELECT + " order by seq")
                .param("tenant", tenant)
                .query(AuthorityLimitStore::row)
                .list();
    }

    /**
     * Lists limits by kind, post and first day.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<LimitRow> list(String tenant, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("kind", after.get(0))
                        .param("post", after.get(1))
                        .param("from", PageRequest.day(after.get(2)))
                        .param("fetch", request.fetch())
                        .query(AuthorityLimitStore::row)
                        .list(),
                request,
                AuthorityLimitStore::key);
    }

    private static String key(LimitRow row) {
        AuthorityLimit limit = row.limit();
        return PageRequest.join(
                limit.kind().value(), limit.post().value(), limit.from().toString());
    }

    private static LimitRow row(ResultSet row, int index) throws SQLException {
        Money limit =
                new Money(
                        Currency.getInstance(row.getString("currency")),
                        row.getLong("limit_minor"));
        return new LimitRow(
                row.getString("id"),
                new AuthorityLimit(
                        new AuthorityKind(row.getString("kind")),
                        new PostKey(row.getString("post")),
                        limit,
                        row.getObject("from_day", LocalDate.class),
                        row.getBoolean("demo")));
    }
}
