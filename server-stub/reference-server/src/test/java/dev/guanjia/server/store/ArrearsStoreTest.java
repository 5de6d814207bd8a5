package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.Estate;
import dev.guanjia.server.RunningServer;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ArrearsStore.OpenRow;
import dev.guanjia.server.store.ArrearsStore.Place;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class ArrearsStoreTest {

    private static final int PAGE = 10;

    private final RunningServer server = RunningServer.shared();
    private final ArrearsStore store = server.part(ArrearsStore.class);
    private final TransactionOperations transactions = server.part(TransactionOperations.class);

    /** Or else a list of all debtors, page by page, would take the square of their number. */
    @Test
    void aPageReadsNoMoreOfTheChargesBecauseMoreComesAfterIt() {
        place(1_000);
        Place place = place(200);
        assertThat(read(place)).isBetween(PAGE + 1L, 4L * PAGE);
    }

    @Test
    void thePagesHaveEveryDebtorOnce() {
        Place place = place(25);
        List<String> all =
                store.all("default", place).stream().map(ArrearsStoreTest::key).sorted().toList();
        List<String> first = page(place, null).stream().map(ArrearsStoreTest::key).toList();
        assertThat(first).isEqualTo(all.subList(0, PAGE + 1));
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
    }

    private static String key(OpenRow row) {
        return row.key().unit() + " " + row.debtor().payer();
    }

    private Place place(int units) {
        Estate estate = Estate.priced(server, units);
        estate.bill("2024-05", "2024-05-10");
        server.db().sql("analyze").update();
        LocalDate day = LocalDate.of(2024, 6, 30);
        return new Place(estate.community(), day, Currency.getInstance("CNY"));
    }

    private List<OpenRow> page(Place place, String cursor) {
        return store.page("default", place, PageRequest.of("arrears", PAGE, cursor));
    }

    /** How many rows of charges are read for a page. */
    private long read(Place place) {
        Long rows =
                transactions.execute(
                        status -> {
                            long before = charges();
                            assertThat(page(place, null)).hasSize(PAGE + 1);
                            return charges() - before;
                        });
        return rows == null ? 0 : rows;
    }

    private long charges() {
        return server.db()
                .sql(
                        """
                        select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                        from pg_stat_xact_user_tables where relname = 'charge'
                        """)
                .query(Long.class)
                .single();
    }
}
