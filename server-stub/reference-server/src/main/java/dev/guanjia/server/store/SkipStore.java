package dev.guanjia.server.store;

import dev.guanjia.billing.SkipReason;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table {@code bill_run_skip}. */
@Repository
public class SkipStore {

    private static final String LIST =
            """
            select unit_id, fee_item, reason from bill_run_skip
            where tenant = :tenant and bill_run_id = :run and (unit_id, fee_item) > (:unit, :item)
            order by unit_id, fee_item limit :fetch
            """;
    private static final List<String> FIRST = List.of("", "");

    private final JdbcClient db;

    SkipStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a run did not charge.
     *
     * @param unitId to whom
     * @param feeItem what for
     * @param reason why not
     */
    public record SkipRow(String unitId, String feeItem, SkipReason reason) {}

    /**
     * Lists what a run skipped, by unit and fee item.
     *
     * @param tenant the company
     * @param runId the bill run
     * @param request which page
     * @return the page
     */
    public Page<SkipRow> list(String tenant, String runId, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("run", runId)
                        .param("unit", after.get(0))
                        .param("item", after.get(1))
                        .param("fetch", request.fetch())
                        .query(
                                (row, index) ->
                                        new SkipRow(
                                                row.getString("unit_id"),
                                                row.getString("fee_item"),
                                                SkipReason.valueOf(row.getString("reason"))))
                        .list(),
                request,
                row -> PageRequest.join(row.unitId(), row.feeItem()));
    }
}
