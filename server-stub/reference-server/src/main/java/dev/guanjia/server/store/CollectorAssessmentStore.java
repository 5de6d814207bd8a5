package dev.guanjia.server.store;

import dev.guanjia.billing.collection.CalendarQuarter;
import dev.guanjia.billing.collection.CollectorAssessment;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code collector_assessment}, and what collectors took. */
@Repository
public class CollectorAssessmentStore {

    private static final String TAKEN =
            """
            select coalesce(sum(amount_minor), 0) from payment p
            where tenant = :tenant and recorded_by = :collector and currency = :currency
                and paid_on >= :from and paid_on < :to
                and not exists (select 1 from payment_reversal r where r.tenant = p.tenant
                    and r.payment_id = p.id and r.state = 'POSTED')
            """;
    private static final String INSERT =
            """
            insert into collector_assessment (tenant, id, collector_id, year, quarter, planned_minor,
                collected_minor, currency, accounts_unclear, note, assessed_by, acting_post,
                authority_version, recorded_at)
            values (:tenant, :id, :collector, :year, :quarter, :planned,
                :collected, :currency, :unclear, :note, :by, :post,
                :authority, :at)
            on conflict (tenant, collector_id, year, quarter) do nothing
            """;
    private static final String LIST =
            """
            select id, seq, collector_id, year, quarter, planned_minor, collected_minor, currency,
                accounts_unclear, note, assessed_by, recorded_at
            from collector_assessment where tenant = :tenant and seq < :before
            order by seq desc limit :fetch
            """;

    private final JdbcClient db;

    CollectorAssessmentStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An assessment.
     *
     * @param id names it
     * @param order grows with every assessment
     * @param assessment what was found
     * @param note what else there is to say; null if nothing
     * @param assessedBy who found it
     * @param recordedAt when the row was made
     */
    public record AssessmentRow(
            String id,
            long order,
            CollectorAssessment assessment,
            @Nullable String note,
            String assessedBy,
            Instant recordedAt) {}

    /**
     * Adds up what a collector took and was not reversed since.
     *
     * @param tenant the company
     * @param collectorId the collector
     * @param days on which business days
     * @param currency of which payments
     * @return zero or more
     */
    public Money taken(String tenant, String collectorId, DateRange days, Currency currency) {
        long minorUnits =
                db.sql(TAKEN)
                        .param("tenant", tenant)
                        .param("collector", collectorId)
                        .param("currency", currency.getCurrencyCode())
                        .param("from", days.start())
                        .param("to", days.end())
                        .query(Long.class)
                        .single();
        return new Money(currency, minorUnits);
    }

    /**
     * Adds an assessment.
     *
     * @param tenant the company
     * @param row the assessment
     * @param by who made it
     * @return false if the collector's quarter was assessed before
     */
    public boolean add(String tenant, AssessmentRow row, Actor by) {
        CollectorAssessment found = row.assessment();
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("collector", found.collector().value())
                        .param("year", found.quarter().year())
                        .param("quarter", found.quarter().number())
                        .param("planned", found.planned().minorUnits())
                        .param("collected", found.collected().minorUnits())
                        .param("currency", found.planned().currency().getCurrencyCode())
                        .param("unclear", found.accountsUnclear())
                        .param("note", row.note())
                        .param("by", by.staff().value())
                        .param("post", by.post().value())
                        .param("authority", by.authorityVersion())
                        .param("at", Sql.at(row.recordedAt()))
                        .update()
                == 1;
    }

    /**
     * Lists assessments, newest first.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<AssessmentRow> list(String tenant, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(CollectorAssessmentStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.order()));
    }

    private static AssessmentRow row(ResultSet row, int index) throws SQLException {
        return new AssessmentRow(
                row.getString("id"),
                row.getLong("seq"),
                new CollectorAssessment(
                        new StaffId(row.getString("collector_id")),
                        new CalendarQuarter(row.getInt("year"), row.getInt("quarter")),
                        ChargeStore.money(row, "planned_minor"),
                        ChargeStore.money(row, "collected_minor"),
                        row.getBoolean("accounts_unclear")),
                row.getString("note"),
                row.getString("assessed_by"),
                Sql.instant(row, "recorded_at"));
    }
}
