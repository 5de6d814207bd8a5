package dev.guanjia.server.store;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.property.meter.ReadingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What charges bill of meters: the table {@code charge_reading}. */
@Repository
public class MeterChargeStore {

    private static final String OF_DAYS =
            """
            select id, fee_item, opening_value, closing_value, adjustment, closing_on,
                closing_value - opening_value + adjustment as billed
            from (select r.*, r.charge_id as id from charge_reading r
                where r.tenant = :tenant and r.meter_id = :meter
                    and r.closing_on = any(cast(:days as date[]))) c
            where
            """
                    + Sql.STANDS
                    + """
            order by fee_item, id
            """;
    private static final String ADD =
            """
            insert into charge_reading (tenant, charge_id, meter_id, fee_item, opening_reading_id,
                opening_value, closing_reading_id, closing_value, closing_on, adjustment,
                period_start, period_end)
            select r.tenant, s.charge, r.meter_id, c.fee_item, s.opening_id, s.opening, r.id,
                s.closing, r.read_on, s.adjustment, c.period_start, c.period_end
            from unnest(cast(:charges as text[]), cast(:opening_ids as text[]),
                cast(:openings as numeric[]), cast(:closing_ids as text[]),
                cast(:closings as numeric[]), cast(:adjustments as numeric[]))
                s (charge, opening_id, opening, closing_id, closing, adjustment)
            join meter_reading r on r.tenant = :tenant and r.id = s.closing_id
            join charge c on c.tenant = :tenant and c.id = s.charge
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
     * Reads what charges that stand bill until some days.
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

    private record Billed(ChargeId charge, MeterSpan span) {}

    /**
     * Adds what charges bill.
     *
     * @param tenant the company
     * @param charges charges that were added before
     */
    public void add(String tenant, Collection<Charge> charges) {
        List<Billed> spans = charges.stream().flatMap(MeterChargeStore::spans).toList();
        if (spans.isEmpty()) {
            return;
        }
        db.sql(ADD)
                .param("tenant", tenant)
                .param("charges", Sql.array(spans, each -> each.charge().value()))
                .param("opening_ids", Sql.array(spans, each -> opening(each.span())))
                .param("openings", Sql.array(spans, each -> each.span().opening().decimalText()))
                .param(
                        "closing_ids",
                        Sql.array(spans, each -> each.span().closingReading().value()))
                .param("closings", Sql.array(spans, each -> each.span().closing().decimalText()))
                .param(
                        "adjustments",
                        Sql.array(spans, each -> each.span().adjustment().decimalText()))
                .update();
    }

    private static Stream<Billed> spans(Charge charge) {
        return charge.trace().segments().stream()
                .flatMap(segment -> segment.quantity().spans().stream())
                .map(span -> new Billed(charge.id(), span));
    }

    private static @Nullable String opening(MeterSpan span) {
        ReadingId opening = span.openingReading();
        return opening == null ? null : opening.value();
    }

    private static MeterCharge row(ResultSet row, int index) throws SQLException {
        return new MeterCharge(
                row.getString("id"),
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
