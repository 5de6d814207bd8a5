package dev.guanjia.server.store;

import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.JournalLine;
import dev.guanjia.server.store.JournalStore.Recording;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Many journal entries on their way into their tables, all of them or none. */
final class JournalCopy {

    private static final String ENTRIES =
            """
            copy journal_entry (tenant, id, posted_on, period, narrative, source_kind,
                source_id, reverses_id, recorded_at, recorded_by) from stdin (format binary)
            """;
    private static final String LINES =
            """
            copy journal_line (tenant, entry_id, line, account, side, amount_minor,
                currency, counterparty) from stdin (format binary)
            """;
    private static final int ENTRY_FIELDS = 10;
    private static final int LINE_FIELDS = 8;

    private final byte[] tenant;
    private final Recording recording;

    private JournalCopy(Recording recording) {
        this.recording = recording;
        this.tenant = recording.tenant().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Copies entries and their lines.
     *
     * @param connection in a transaction
     * @param recording who posts, and when
     * @param entries of documents that were not posted before
     */
    static void all(Connection connection, Recording recording, List<JournalEntry> entries)
            throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        JournalCopy journal = new JournalCopy(recording);
        send(postgres.getCopyAPI().copyIn(ENTRIES), entries, journal::head);
        send(postgres.getCopyAPI().copyIn(LINES), entries, journal::lines);
    }

    /** Puts the rows of an entry. */
    private interface Writer {
        void write(JournalEntry entry, CopyRows rows) throws SQLException;
    }

    private static void send(CopyIn copy, List<JournalEntry> entries, Writer writer)
            throws SQLException {
        try {
            CopyRows rows = new CopyRows(copy);
            for (JournalEntry entry : entries) {
                writer.write(entry, rows);
            }
            rows.endAll();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void head(JournalEntry entry, CopyRows rows) throws SQLException {
        rows.row(ENTRY_FIELDS)
                .field(tenant)
                .text(entry.id().value())
                .day(entry.postedOn())
                .day(YearMonth.from(entry.postedOn()).atDay(1))
                .text(entry.narrative())
                .text(entry.document().kind())
                .text(entry.document().id())
                .text(entry.reverses().map(JournalEntryId::value).orElse(null))
                .at(recording.recordedAt())
                .text(recording.staffId())
                .end();
    }

    private void lines(JournalEntry entry, CopyRows rows) throws SQLException {
        for (int number = 0; number < entry.lines().size(); number++) {
            JournalLine line = entry.lines().get(number);
            rows.row(LINE_FIELDS)
                    .field(tenant)
                    .text(entry.id().value())
                    .smaller(number + 1)
                    .text(line.account().code().value())
                    .text(line.side().name())
                    .number(line.amount().minorUnits())
                    .text(line.amount().currency().getCurrencyCode())
                    .text(line.counterparty())
                    .end();
        }
    }
}
