package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.workorder.paid.PriceItem;
import dev.guanjia.workorder.paid.PriceRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code service_price}. */
@Repository
public class ServicePriceStore {

    private static final String LOCK = "select id from tenant where id = :tenant for no key update";
    private static final String INSERT =
            """
            insert into service_price (tenant, id, item, label_zh, label_en, kind, unit_zh, unit_en,
                price_minor, currency, from_day, last_day)
            values (:tenant, :id, :item, :zh, :en, :kind, :unitZh, :unitEn,
                :price, :currency, :from, :last)
            """;
    private static final String END =
            "update service_price set last_day = :last where tenant = :tenant and id = :id";
    private static final String SELECT =
            """
            select id, item, label_zh, label_en, kind, unit_zh, unit_en, price_minor, currency,
                from_day, last_day
            from service_price where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (item, from_day) > (:after, :afterDay)
                     and (cast(:item as text) is null or item = :item)
                     and (cast(:on as date) is null or from_day <= :on
                        and (last_day is null or last_day >= :on))
                    order by item, from_day limit :fetch
                    """;
    private static final List<String> FIRST = List.of("", "0001-01-01");

    private final JdbcClient db;

    ServicePriceStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A price.
     *
     * @param id its name
     * @param row what costs how much, and when
     */
    public record PriceEntry(String id, PriceRow row) {}

    /**
     * Which prices are asked for; null for any.
     *
     * @param item of this item
     * @param on in force on this day
     */
    public record Filter(@Nullable String item, @Nullable LocalDate on) {}

    /**
     * Waits for others who price services.
     *
     * @param tenant the company
     */
    public void lock(String tenant) {
        db.sql(LOCK).param("tenant", tenant).query(String.class).list();
    }

    /**
     * Reads the price list.
     *
     * @param tenant the company
     * @return all prices, past and to come
     */
    public List<PriceEntry> all(String tenant) {
        return db.sql(SELECT).param("tenant", tenant).query(ServicePriceStore::entry).list();
    }

    /**
     * Adds a price.
     *
     * @param tenant the company
     * @param entry one that overlaps no other
     */
    public void add(String tenant, PriceEntry entry) {
        PriceRow row = entry.row();
        PriceItem item = row.item();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", entry.id())
                .param("item", item.id())
                .param("zh", item.label().zh())
                .param("en", item.label().en())
                .param("kind", item.kind().name())
                .param("unitZh", item.unit().zh())
                .param("unitEn", item.unit().en())
                .param("price", row.price().minorUnits())
                .param("currency", row.price().currency().getCurrencyCode())
                .param("from", row.from())
                .param("last", row.last())
                .update();
    }

    /**
     * Lets a price end.
     *
     * @param tenant the company
     * @param id its name
     * @param last the last day on which it holds
     */
    public void end(String tenant, String id, LocalDate last) {
        db.sql(END).param("tenant", tenant).param("id", id).param("last", last).update();
    }

    /**
     * Lists prices by item and first day.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<PriceEntry> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("item", filter.item())
                        .param("on", filter.on())
                        .param("after", after.get(0))
                        .param("afterDay", PageRequest.day(after.get(1)))
                        .param("fetch", request.fetch())
                        .query(ServicePriceStore::entry)
                        .list(),
                request,
                entry -> PageRequest.join(entry.row().item().id(), entry.row().from().toString()));
    }

    private static PriceEntry entry(ResultSet row, int index) throws SQLException {
        PriceItem item =
                new PriceItem(
                        row.getString("item"),
                        new Label(row.getString("label_zh"), row.getString("label_en")),
                        PriceItem.Kind.valueOf(row.getString("kind")),
                        new Label(row.getString("unit_zh"), row.getString("unit_en")));
        Money price = ChargeStore.money(row, "price_minor");
        return new PriceEntry(
                row.getString("id"),
                new PriceRow(
                        item,
                        price,
                        price.isZero(),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)));
    }
}
