package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.callback.Rating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code work_order_rating}. Rows are only ever added. */
@Repository
public class RatingStore {

    private static final String INSERT =
            """
            insert into work_order_rating (tenant, id, work_order_id, result, reasons, note,
                occurred_at, recorded_at, staff_id, acting_post, authority_version)
            values (:tenant, :id, :order, :result, cast(:reasons as text[]), :note,
                :occurred, :recorded, :staff, :post, :authority)
            """;
    private static final String SELECT =
            """
            select seq, id, work_order_id, result, reasons, note, occurred_at, recorded_at,
                staff_id, acting_post, authority_version
            from work_order_rating
            where tenant = :tenant
            """;
    private static final String LIST =
            SELECT + " and work_order_id = :order and seq > :after order by seq limit :fetch";
    private static final String OF_ORDERS =
            SELECT + " and work_order_id = any(cast(:orders as text[])) order by seq";

    private final JdbcClient db;

    RatingStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A rating that is kept.
     *
     * @param seq grows with every row; zero before it is stored
     * @param id the row
     * @param orderId the order
     * @param rating what the customer said
     * @param note what else was said
     * @param recordedAt when the row was made
     */
    public record RatingRow(
            long seq,
            String id,
            String orderId,
            Rating rating,
            @Nullable String note,
            Instant recordedAt) {}

    /**
     * Adds a rating.
     *
     * @param tenant the company
     * @param row the rating
     */
    public void add(String tenant, RatingRow row) {
        Rating rating = row.rating();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("order", row.orderId())
                .param("result", rating.result().name())
                .param("reasons", Sql.array(rating.reasons(), reason -> reason))
                .param("note", row.note())
                .param("occurred", Sql.at(rating.at()))
                .param("recorded", Sql.at(row.recordedAt()))
                .param("staff", rating.by().staff().value())
                .param("post", rating.by().post().value())
                .param("authority", rating.by().authorityVersion())
                .update();
    }

    /**
     * Lists the ratings of an order, oldest first.
     *
     * @param tenant the company
     * @param orderId the order
     * @param request which page
     * @return the page
     */
    public Page<RatingRow> list(String tenant, String orderId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("order", orderId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(RatingStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * The ratings of orders.
     *
     * @param tenant the company
     * @param orders the orders
     * @return by order, in the order in which they were entered
     */
    public Map<String, List<Rating>> of(String tenant, Collection<String> orders) {
        Map<String, List<Rating>> ratings = new HashMap<>();
        db.sql(OF_ORDERS)
                .param("tenant", tenant)
                .param("orders", Sql.array(orders, order -> order))
                .query(RatingStore::row)
                .list()
                .forEach(
                        row ->
                                ratings.computeIfAbsent(row.orderId(), id -> new ArrayList<>())
                                        .add(row.rating()));
        return ratings;
    }

    private static RatingRow row(ResultSet row, int index) throws SQLException {
        Rating rating =
                new Rating(
                        new Actor(
                                new StaffId(row.getString("staff_id")),
                                new PostKey(row.getString("acting_post")),
                                row.getString("authority_version")),
                        Sql.instant(row, "occurred_at"),
                        Result.valueOf(row.getString("result")),
                        Sql.texts(row, "reasons"));
        return new RatingRow(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("work_order_id"),
                rating,
                row.getString("note"),
                Sql.instant(row, "recorded_at"));
    }
}
