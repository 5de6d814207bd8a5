package dev.guanjia.server.store;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeIncome;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.catalogue.Label;
import dev.guanjia.property.meter.MeterKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code fee_item}. */
@Repository
public class FeeItemStore {

    private static final String INSERT =
            """
            insert into fee_item (tenant, id, label_zh, label_en, basis, meters, income,
                management_fee, ord, from_day, source)
            values (:tenant, :id, :zh, :en, :basis, :meters, :income, :fee, :ord, :from, :source)
            """;
    private static final String SELECT =
            """
            select id, label_zh, label_en, basis, meters, income, management_fee, ord, from_day,
                source
            from fee_item where tenant = :tenant
            """;

    private final JdbcClient db;

    FeeItemStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Waits for others who add fee items to the company.
     *
     * @param tenant the company
     */
    public void lock(String tenant) {
        db.sql("select id from tenant where id = :tenant for no key update")
                .param("tenant", tenant)
                .query(String.class)
                .list();
    }

    /**
     * Reads the company's own fee items.
     *
     * @param tenant the company
     * @return all of them
     */
    public List<FeeItem> all(String tenant) {
        return db.sql(SELECT).param("tenant", tenant).query(FeeItemStore::item).list();
    }

    /**
     * Adds a fee item.
     *
     * @param tenant the company
     * @param item one whose name and order are free
     */
    public void add(String tenant, FeeItem item) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", item.id().value())
                .param("zh", item.label().zh())
                .param("en", item.label().en())
                .param("basis", item.basis().name())
                .param("meters", item.meters() == null ? null : item.meters().name())
                .param("income", item.income().name())
                .param("fee", item.managementFee())
                .param("ord", item.order())
                .param("from", item.from())
                .param("source", item.source())
                .update();
    }

    private static FeeItem item(ResultSet row, int index) throws SQLException {
        String meters = row.getString("meters");
        return new FeeItem(
                new FeeItemId(row.getString("id")),
                new Label(row.getString("label_zh"), row.getString("label_en")),
                ChargeBasis.valueOf(row.getString("basis")),
                meters == null ? null : MeterKind.valueOf(meters),
                FeeIncome.valueOf(row.getString("income")),
                row.getBoolean("management_fee"),
                row.getInt("ord"),
                row.getObject("from_day", LocalDate.class),
                row.getString("source"));
    }
}
