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
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code tariff}. */
@Repository
public class TariffStore {

    private static final String INSERT =
            """
            insert into tariff (tenant, id, community_id, fee_item, use, price, slabs, terms,
                currency, from_day, until_day, formula)
            values (:tenant, :id, :community, :item, :use, :price, cast(:slabs as jsonb),
                cast(:terms as jsonb), :currency, :from, :until, :formula)
            """;
    private static final String SELECT =
            """
            select id, community_id, fee_item, use, price, slabs, terms, currency, from_day,
                until_day, formula
            from tariff where tenant = :tenant
            """;
    private static final String END =
            "update tariff set until_day = :until where tenant = :tenant and id = :id";
    private static final String CHARGED_UNTIL =
            """
            select max(c.period_end) from charge c
            join unit u on u.tenant = c.tenant and u.id = c.unit_id
            where c.tenant = :tenant and u.community_id = :community and c.fee_item = :item
                and c.trace @> jsonb_build_object('segments',
                    jsonb_build_array(jsonb_build_object('tariff_id', cast(:id as text))))
            """;
    private static final String SCOPE_CHARGED_UNTIL =
            """
            select max(c.period_end) from tariff t
            join unit u on u.tenant = t.tenant and u.community_id = t.community_id
            join charge c on c.tenant = u.tenant and c.unit_id = u.id and c.fee_item = t.fee_item
                and c.trace @> jsonb_build_object('segments',
                    jsonb_build_array(jsonb_build_object('tariff_id', t.id)))
            where t.tenant = :tenant and t.community_id = :community and t.fee_item = :item
                and t.use = :use and c.period_end > :from
                and
            """
                    + Sql.STANDS;
    private static final String LIST =
            SELECT
                    + """
                     and (community_id, fee_item, use, from_day) > (:community, :item, :use, :from)
                    order by community_id, fee_item, use, from_day limit :fetch
                    """;
    private static final String FORMULAS =
            """
            select id, formula from tariff
            where tenant = :tenant and formula is not null
                and community_id in (select u.community_id from unit u
                    where u.tenant = :tenant and u.id = any(cast(:units as text[])))
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
     * @param price the price with the decimals it was given with; null where there are several
     */
    public record TariffRow(Tariff tariff, @Nullable String price) {}

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
                .param("price", row.price() == null ? null : new BigDecimal(row.price()))
                .param("slabs", slabs(tariff))
                .param("terms", TariffJson.write(tariff.terms()))
                .param("currency", tariff.currency().getCurrencyCode())
                .param("from", tariff.from())
                .param("until", tariff.until())
                .param("formula", tariff.terms().formula())
                .update();
    }

    private static @Nullable String slabs(Tariff tariff) {
        return tariff.pricing().<@Nullable String>fold(rate -> null, TariffJson::write);
    }

    /**
     * Lets a tariff end.
     *
     * @param tenant the company
     * @param tariff the tariff with its end
     */
    public void end(String tenant, Tariff tariff) {
        db.sql(END)
                .param("tenant", tenant)
                .param("id", tariff.id().value())
                .param("until", tariff.until())
                .update();
    }

    /**
     * How far anybody was charged with a tariff.
     *
     * @param tenant the company
     * @param tariff the tariff
     * @return the day after the last; empty when nobody was
     */
    public Optional<LocalDate> chargedUntil(String tenant, Tariff tariff) {
        return Optional.ofNullable(
                db.sql(CHARGED_UNTIL)
                        .param("tenant", tenant)
                        .param("community", tariff.scope().community().value())
                        .param("item", tariff.scope().feeItem().value())
                        .param("id", tariff.id().value())
                        .query((row, index) -> row.getObject(1, LocalDate.class))
                        .list()
                        .get(0));
    }

    /**
     * Finds how far from the first day of a version on its scope was charged already.
     *
     * @param tenant the company
     * @param tariff a version that is to be added
     * @return the day after the last day of a charge that stands; empty when none was
     */
    public Optional<LocalDate> scopeChargedUntil(String tenant, Tariff tariff) {
        return Optional.ofNullable(
                db.sql(SCOPE_CHARGED_UNTIL)
                        .param("tenant", tenant)
                        .param("community", tariff.scope().community().value())
                        .param("item", tariff.scope().feeItem().value())
                        .param("use", tariff.scope().use().name())
                        .param("from", tariff.from())
                        .query((row, index) -> row.getObject(1, LocalDate.class))
                        .list()
                        .get(0));
    }

    /**
     * Reads a tariff.
     *
     * @param tenant the company
     * @param id the tariff id
     * @return empty if there is none
     */
    public Optional<TariffRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(TariffStore::row)
                .optional();
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

    private static Terms terms(ResultSet row) throws SQLException {
        Terms terms = TariffJson.terms(row.getString("terms"));
        String formula = row.getString("formula");
        return formula == null ? terms : terms.by(formula);
    }

    /**
     * Reads the formulas of the tariffs of some units' communities.
     *
     * @param tenant the company
     * @param unitIds the units
     * @return what was typed, by tariff; tariffs without one are left out
     */
    public Map<TariffId, String> formulas(String tenant, Collection<String> unitIds) {
        Map<TariffId, String> formulas = new HashMap<>();
        db.sql(FORMULAS)
                .param("tenant", tenant)
                .param("units", Sql.array(unitIds, id -> id))
                .query(
                        row -> {
                            formulas.put(
                                    new TariffId(row.getString("id")), row.getString("formula"));
                        });
        return formulas;
    }

    private static TariffRow row(ResultSet row, int index) throws SQLException {
        BigDecimal given = row.getBigDecimal("price");
        String price = given == null ? null : given.toPlainString();
        Tariff tariff =
                new Tariff(
                        new TariffId(row.getString("id")),
                        new TariffScope(
                                new CommunityId(row.getString("community_id")),
                                new FeeItemId(row.getString("fee_item")),
                                UnitUse.valueOf(row.getString("use"))),
                        price == null
                                ? TariffJson.slabs(row.getString("slabs"))
                                : new Rate(Sql.rational(price)),
                        terms(row),
                        Currency.getInstance(row.getString("currency")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class));
        return new TariffRow(tariff, price);
    }
}
