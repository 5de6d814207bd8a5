package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code call_back_sample} and {@code call_back_sample_order}. */
@Repository
public class CallBackSampleStore {

    private static final String INSERT =
            """
            insert into call_back_sample (tenant, id, community_id, period, kind, percent, seed,
                finished, drawn, recorded_at)
            values (:tenant, :id, :community, :period, :kind, cast(:percent as numeric), :seed,
                :finished, :drawn, :at)
            """;
    private static final String INSERT_ORDERS =
            """
            insert into call_back_sample_order (tenant, sample_id, work_order_id, place)
            select :tenant, :id, o, p
            from unnest(cast(:orders as text[]), cast(:places as text[])) as drawn (o, p)
            """;
    private static final String SELECT =
            """
            select seq, id, community_id, period, kind, percent, seed, finished, drawn, recorded_at
            from call_back_sample where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and seq < :before
                     and (cast(:community as text) is null or community_id = :community)
                     and (cast(:period as text) is null or period = :period)
                     and (cast(:kind as text) is null or kind = :kind)
                    order by seq desc limit :fetch
                    """;
    private static final String ORDERS =
            """
            select work_order_id, place from call_back_sample_order
            where tenant = :tenant and sample_id = :id and work_order_id > :after
            order by work_order_id limit :fetch
            """;
    private static final String DRAWN =
            """
            select work_order_id, min(sample_id) as sample_id from call_back_sample_order
            where tenant = :tenant and work_order_id = any(cast(:orders as text[]))
            group by work_order_id
            """;

    private final JdbcClient db;

    CallBackSampleStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Which orders are drawn from.
     *
     * @param communityId of this community
     * @param period finished in this month
     * @param kind of this kind; null for all
     * @param percent how many of a hundred
     * @param seed what is drawn with
     */
    public record Draw(
            String communityId, String period, @Nullable String kind, String percent, long seed) {}

    /**
     * Which samples are asked for; null stands for any.
     *
     * @param communityId of this community
     * @param period of work finished in this month
     * @param kind of this kind alone
     */
    public record Filter(
            @Nullable String communityId, @Nullable String period, @Nullable String kind) {}

    /**
     * A sample.
     *
     * @param seq grows with every row; zero before it is stored
     * @param id the sample
     * @param draw which
     * @param finished how many orders there were
     * @param drawn how many of them were drawn
     * @param recordedAt when
     */
    public record SampleRow(
            long seq, String id, Draw draw, int finished, int drawn, Instant recordedAt) {}

    /**
     * An order of a sample.
     *
     * @param orderId the order
     * @param place where the seed puts it between zero and one
     */
    public record DrawnRow(String orderId, String place) {}

    /**
     * Adds a sample.
     *
     * @param tenant the company
     * @param row the sample
     * @param orders what was drawn
     */
    public void add(String tenant, SampleRow row, List<DrawnRow> orders) {
        Draw draw = row.draw();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("community", draw.communityId())
                .param("period", draw.period())
                .param("kind", draw.kind())
                .param("percent", draw.percent())
                .param("seed", draw.seed())
                .param("finished", row.finished())
                .param("drawn", row.drawn())
                .param("at", Sql.at(row.recordedAt()))
                .update();
        db.sql(INSERT_ORDERS)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("orders", Sql.array(orders, DrawnRow::orderId))
                .param("places", Sql.array(orders, DrawnRow::place))
                .update();
    }

    /**
     * Reads a sample.
     *
     * @param tenant the company
     * @param id the sample
     * @return empty if there is none
     */
    public Optional<SampleRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(CallBackSampleStore::row)
                .optional();
    }

    /**
     * Lists samples, newest first.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<SampleRow> list(String tenant, Filter filter, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("before", request.beforeNumber())
                        .param("community", filter.communityId())
                        .param("period", filter.period())
                        .param("kind", filter.kind())
                        .param("fetch", request.fetch())
                        .query(CallBackSampleStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Lists the orders of a sample by id.
     *
     * @param tenant the company
     * @param id the sample
     * @param request which page
     * @return the page
     */
    public Page<DrawnRow> orders(String tenant, String id, PageRequest request) {
        return Page.of(
                db.sql(ORDERS)
                        .param("tenant", tenant)
                        .param("id", id)
                        .param("after", request.afterText())
                        .param("fetch", request.fetch())
                        .query(
                                (row, index) ->
                                        new DrawnRow(
                                                row.getString("work_order_id"),
                                                row.getString("place")))
                        .list(),
                request,
                DrawnRow::orderId);
    }

    /**
     * Which of these orders are in a sample.
     *
     * @param tenant the company
     * @param orders the orders
     * @return the first sample of each, by order
     */
    public Map<String, String> of(String tenant, Collection<String> orders) {
        Map<String, String> samples = new HashMap<>();
        db.sql(DRAWN)
                .param("tenant", tenant)
                .param("orders", Sql.array(orders, order -> order))
                .query(
                        (ResultSet row) -> {
                            samples.put(row.getString("work_order_id"), row.getString("sample_id"));
                        });
        return samples;
    }

    private static SampleRow row(ResultSet row, int index) throws SQLException {
        return new SampleRow(
                row.getLong("seq"),
                row.getString("id"),
                new Draw(
                        row.getString("community_id"),
                        row.getString("period"),
                        row.getString("kind"),
                        row.getBigDecimal("percent").stripTrailingZeros().toPlainString(),
                        row.getLong("seed")),
                row.getInt("finished"),
                row.getInt("drawn"),
                Sql.instant(row, "recorded_at"));
    }
}
