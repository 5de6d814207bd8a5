package dev.guanjia.server.store;

import dev.guanjia.billing.receipt.ReceiptBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code receipt_book}. */
@Repository
public class ReceiptBookStore {

    private static final String OPEN =
            """
            insert into receipt_book (tenant, name, year, last_no, last_on)
            values (:tenant, :name, :year, :last, :on)
            on conflict (tenant, name, year) do nothing
            """;
    private static final String LOCK =
            """
            select name, year, last_no, last_on from receipt_book
            where tenant = :tenant and name = :name and year = :year for update
            """;
    private static final String TURN =
            """
            update receipt_book set last_no = :last, last_on = :on
            where tenant = :tenant and name = :name and year = :year
            """;

    private final JdbcClient db;

    ReceiptBookStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Reads a book, begun where there is none. Others who number receipts in it wait until this
     * transaction ends, so take it late: a number that is rolled back is given out again.
     *
     * @param tenant the company
     * @param name which book
     * @param year of which year
     * @return the book
     */
    public ReceiptBook lock(String tenant, String name, int year) {
        write(OPEN, tenant, ReceiptBook.open(name, year));
        return db.sql(LOCK)
                .param("tenant", tenant)
                .param("name", name)
                .param("year", year)
                .query(ReceiptBookStore::book)
                .single();
    }

    /**
     * Keeps the last number of a book that {@link #lock} gave.
     *
     * @param tenant the company
     * @param book as it is now
     */
    public void keep(String tenant, ReceiptBook book) {
        write(TURN, tenant, book);
    }

    private void write(String sql, String tenant, ReceiptBook book) {
        db.sql(sql)
                .param("tenant", tenant)
                .param("name", book.name())
                .param("year", book.year())
                .param("last", book.last())
                .param("on", book.lastOn())
                .update();
    }

    private static ReceiptBook book(ResultSet row, int index) throws SQLException {
        return new ReceiptBook(
                row.getString("name"),
                row.getInt("year"),
                row.getLong("last_no"),
                row.getObject("last_on", LocalDate.class));
    }
}
