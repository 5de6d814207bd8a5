package dev.guanjia.server.store;

import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.JournalLine;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes the tables {@code journal_entry} and {@code journal_line}; rows are only ever added. */
@Repository
public class JournalStore {

    private static final String INSERT_ENTRY =
            """
            insert into journal_entry (tenant, id, posted_on, period, narrative, source_kind,
                source_id, reverses_id, recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int[] ENTRY_TYPES = {
        Types.VARCHAR,
        Types.VARCHAR,
        Types.DATE,
        Types.DATE,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.VARCHAR
    };
    private static final String INSERT_LINE =
            """
            insert into journal_line (tenant, entry_id, line, account, side, amount_minor,
                currency, counterparty)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int[] LINE_TYPES = {
        Types.VARCHAR,
        Types.VARCHAR,
        Types.INTEGER,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR
    };

    /** From how many on a COPY is worth its beginning. */
    private static final int MANY = 50;

    private final JdbcTemplate db;

    JournalStore(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * Who posts, and when it was recorded.
     *
     * @param tenant the company
     * @param staffId who
     * @param recordedAt when
     */
    public record Recording(String tenant, String staffId, Instant recordedAt) {}

    /**
     * Adds entries.
     *
     * @param recording who posts, and when
     * @param entries of any period that takes entries
     * @throws org.springframework.dao.DuplicateKeyException if a document was posted before
     */
    public void add(Recording recording, List<JournalEntry> entries) {
        if (entries.size() >= MANY) {
            db.execute((ConnectionCallback<Boolean>) each -> copy(each, recording, entries));
        } else {
            insert(recording, entries);
        }
    }

    private static boolean copy(
            Connection connection, Recording recording, List<JournalEntry> entries)
            throws SQLException {
        JournalCopy.all(connection, recording, entries);
        return true;
    }

    private void insert(Recording recording, List<JournalEntry> entries) {
        List<Object[]> heads = new ArrayList<>();
        List<Object[]> lines = new ArrayList<>();
        for (JournalEntry entry : entries) {
            heads.add(head(recording, entry));
            for (int line = 0; line < entry.lines().size(); line++) {
                lines.add(line(recording.tenant(), entry, line));
            }
        }
        db.batchUpdate(INSERT_ENTRY, heads, ENTRY_TYPES);
        db.batchUpdate(INSERT_LINE, lines, LINE_TYPES);
    }

    private static Object[] head(Recording recording, JournalEntry entry) {
        LocalDate month = YearMonth.from(entry.postedOn()).atDay(1);
        return new Object[] {
            recording.tenant(),
            entry.id().value(),
            Date.valueOf(entry.postedOn()),
            Date.valueOf(month),
            entry.narrative(),
            entry.document().kind(),
            entry.document().id(),
            entry.reverses().map(JournalEntryId::value).orElse(null),
            Sql.at(recording.recordedAt()),
            recording.staffId()
        };
    }

    private static Object[] line(String tenant, JournalEntry entry, int number) {
        JournalLine line = entry.lines().get(number);
        return new Object[] {
            tenant,
            entry.id().value(),
            number + 1,
            line.account().code().value(),
            line.side().name(),
            line.amount().minorUnits(),
            line.amount().currency().getCurrencyCode(),
            line.counterparty()
        };
    }
}
