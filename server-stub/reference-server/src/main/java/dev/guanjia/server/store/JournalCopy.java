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
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Many journal entries on their way into their tables, all of them or none. */
final class JournalCopy {

    private static final String ENTRIES =
            """
            copy journal_entry (tenant, id, posted_on, period, narrative, source_kind,
                source_id, reverses_id, recorded_at, recorded_by) from stdin
            """;
    private static final String LINES =
            """
            copy journal_line (tenant, entry_id, line, account, side, amount_minor,
                currency, counterparty) from stdin
            """;
    private static final int AT_ONCE = 1 << 16;

    private final Recording recording;
    private final CopyRow row = new CopyRow();

    private JournalCopy(Recording recording) {
        this.recording = recording;
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
        JournalCopy copy = new JournalCopy(recording);
        send(postgres.getCopyAPI().copyIn(ENTRIES), entries, copy::head);
        send(postgres.getCopyAPI().copyIn(LINES), entries, copy::lines);
    }

    private static void send(
            CopyIn copy, List<JournalEntry> entries, Function<JournalEntry, String> rows)
            throws SQLException {
        try {
            StringBuilder text = new StringBuilder();
            for (JournalEntry entry : entries) {
                text.append(rows.apply(entry));
                if (text.length() > AT_ONCE) {
                    flush(copy, text);
                }
            }
            flush(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private String head(JournalEntry entry) {
        return row.add(recording.tenant())
                .add(entry.id().value())
                .add(entry.postedOn())
                .add(YearMonth.from(entry.postedOn()).atDay(1))
                .add(entry.narrative())
                .add(entry.document().kind())
                .add(entry.document().id())
                .add(entry.reverses().map(JournalEntryId::value).orElse(null))
                .add(recording.recordedAt())
                .add(recording.staffId())
                .end();
    }

    private String lines(JournalEntry entry) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < entry.lines().size(); number++) {
            JournalLine line = entry.lines().get(number);
            text.append(
                    row.add(recording.tenant())
                            .add(entry.id().value())
                            .add(number + 1)
                            .add(line.account().code().value())
                            .add(line.side())
                            .add(line.amount().minorUnits())
                            .add(line.amount().currency().getCurrencyCode())
                            .add(line.counterparty())
                            .end());
        }
        return text.toString();
    }
}
