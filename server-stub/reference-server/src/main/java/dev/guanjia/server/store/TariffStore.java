package dev.guanjia.server.store;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code tariff}. */
@Repository
public class TariffStore {

    private static final String INSERT =
            """
            insert into tariff (tenant, id, community_id, fee_item, use, price, currency, from_day)
            values (:tenant, :id, :community, :item, :use, :price, :currency, :from)
            """;
    private static final String SELECT =
            """
            select id, community_id, fee_item, use, price, currency, from_day from tariff
            where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (community_id, fee_item, use, from_day) > (:community, :item, :use, :from)
                    order by community_id, fee_item, use, from_day limit :fetch
                    """;
    private static final List<String> FIRST = List.of("", "", "", "0001-01-01");

    private final JdbcClient db;

    TariffStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A tariff.
     *
     * @param tariff the price and where it holds
     * @param price the price with the decimals it was given with
     */
    public record TariffRow(Tariff tariff, String price) {}

    /**
     * Adds a tariff.
     *
     * @param tenant the company
     * @param row one that no other contradicts
     */
    public void add(String tenant, TariffRow row) {
        Tariff tariff = row.tariff();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", tariff.id().value())
                .param("community", tariff.scope().community().value())
                .param("item", tariff.scope().feeItem().value())
                .param("use", tariff.scope().use().name())
                .param("price", new BigDecimal(row.price()))
                .param("currency", tariff.currency().getCurrencyCode())
                .param("from", tariff.from())
                .update();
    }

    /**
     * Reads the prices of a community.
     *
     * @param tenant the company
     * @param communityId the community
     * @return all of them, past and to come
     */
    public List<TariffRow> ofCommunity(String tenant, String communityId) {
        return db.sql(SELECT + " and community_id = :community")
                .param("tenant", tenant)
                .param("community", communityId)
                .query(TariffStore::row)
                .list();
    }

    /**
     * Lists prices by community, fee item, use and first day.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<TariffRow> list(String tenant, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", after.get(0))
                        .param("item", after.get(1))
                        .param("use", after.get(2))
                        .param("from", PageRequest.day(after.get(3)))
                        .param("fetch", request.fetch())
                        .query(TariffStore::row)
                        .list(),
                request,
                TariffStore::key);
    }

    private static String key(TariffRow row) {
        Tariff tariff = row.tariff();
        return PageRequest.join(
                tariff.scope().community().value(),
                tariff.scope().feeItem().value(),
                tariff.scope().use().name(),
                tariff.from().toString());
    }

    private static TariffRow row(ResultSet row, int index) throws SQLException {
        String price = Sql.decimal(row, "price");
        Tariff tariff =
                new Tariff(
                        new TariffId(row.getString("id")),
                        new TariffScope(
                                new CommunityId(row.getString("community_id")),
                                new FeeItemId(row.getString("fee_item")),
                                UnitUse.valueOf(row.getString("use"))),
                        new Rate(Sql.rational(price)),
                        Terms.STANDARD,
                        Currency.getInstance(row.getString("currency")),
                        row.getObject("from_day", LocalDate.class),
                        null);
        return new TariffRow(tariff, price);
    }
}
