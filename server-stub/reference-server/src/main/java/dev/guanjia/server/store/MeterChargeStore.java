package dev.guanjia.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What charges bill of meters: the table {@code charge_reading}. */
@Repository
public class MeterChargeStore {

    private static final String OF_DAYS =
            """
            select charge_id, fee_item, opening_value, closing_value, adjustment, closing_on,
                closing_value - opening_value + adjustment as billed
            from charge_reading
            where tenant = :tenant and meter_id = :meter
                and closing_on = any(cast(:days as date[]))
            order by fee_item, charge_id
            """;

    private final JdbcClient db;

    MeterChargeStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a charge bills of a meter.
     *
     * @param chargeId the charge
     * @param feeItem for which fee
     * @param opening what the meter showed where the bill begins
     * @param closing what it showed where the bill ends
     * @param adjustment what else it adds or takes off
     * @param billed closing less opening and the adjustment
     * @param closingOn the day on which the bill ends
     */
    public record MeterCharge(
            String chargeId,
            String feeItem,
            String opening,
            String closing,
            String adjustment,
            String billed,
            LocalDate closingOn) {}

    /**
     * Reads what ends on some days.
     *
     * @param tenant the company
     * @param meterId the meter
     * @param days the days
     * @return by day, then by fee item; days without a charge are left out
     */
    public Map<LocalDate, List<MeterCharge>> of(
            String tenant, String meterId, Collection<LocalDate> days) {
        return db
                .sql(OF_DAYS)
                .param("tenant", tenant)
                .param("meter", meterId)
                .param("days", Sql.array(days, LocalDate::toString))
                .query(MeterChargeStore::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(MeterCharge::closingOn));
    }

    private static MeterCharge row(ResultSet row, int index) throws SQLException {
        return new MeterCharge(
                row.getString("charge_id"),
                row.getString("fee_item"),
                number(row, "opening_value"),
                number(row, "closing_value"),
                number(row, "adjustment"),
                number(row, "billed"),
                row.getObject("closing_on", LocalDate.class));
    }

    private static String number(ResultSet row, String column) throws SQLException {
        return Sql.rational(Sql.decimal(row, column)).decimalText();
    }
}
