package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the tables {@code journal_entry} and {@code journal_line}. */
@Repository
public class JournalReader {

    private static final String ENTRY =
            """
            select id, seq, posted_on, narrative, source_kind, source_id, recorded_at
            from journal_entry e where tenant = :tenant
            """;
    private static final String LIST =
            ENTRY
                    + """
                     and seq > :after
                    and (cast(:period as date) is null or period = :period)
                    and (cast(:account as text) is null or exists (select 1 from journal_line l
                        where l.tenant = e.tenant and l.entry_id = e.id and l.account = :account))
                    order by seq limit :fetch
                    """;
    private static final String LINES =
            """
            select entry_id, account, side, amount_minor, currency, counterparty
            from journal_line where tenant = :tenant and entry_id in (:entries)
            order by entry_id, side desc, line
            """;

    private final JdbcClient db;

    JournalReader(JdbcClient db) {
        this.db = db;
    }

    /**
     * The head of an entry.
     *
     * @param id the entry
     * @param seq its place in the order of posting
     * @param postedOn the day it counts for
     * @param narrative why
     * @param document the kind and id of what it was made from
     * @param recordedAt when it was stored
     */
    public record HeadRow(
            String id,
            long seq,
            LocalDate postedOn,
            String narrative,
            DocumentRow document,
            Instant recordedAt) {}

    /**
     * What an entry was made from.
     *
     * @param kind such as {@code PAYMENT}
     * @param id its id
     */
    public record DocumentRow(String kind, String id) {}

    /**
     * A line.
     *
     * @param account the number
     * @param side {@code DEBIT} or {@code CREDIT}
     * @param amountMinor whole minor units
     * @param currency the code
     * @param counterparty the unit, on accounts kept by unit
     */
    public record LineRow(
            String account,
            String side,
            long amountMinor,
            String currency,
            @Nullable String counterparty) {}

    /**
     * An entry with its lines, debits first.
     *
     * @param head who and what
     * @param lines two or more
     */
    public record EntryRow(HeadRow head, List<LineRow> lines) {}

    /**
     * Reads one entry.
     *
     * @param tenant the company
     * @param id the entry
     * @return empty if there is none
     */
    public Optional<EntryRow> find(String tenant, String id) {
        List<HeadRow> heads =
                db.sql(ENTRY + " and id = :id")
                        .param("tenant", tenant)
                        .param("id", id)
                        .query(JournalReader::head)
                        .list();
        return withLines(tenant, heads).stream().findFirst();
    }

    /**
     * Lists entries in the order of posting.
     *
     * @param tenant the company
     * @param period the first day of a month, or null for all
     * @param account an account's number, or null for all
     * @param request which page
     * @return the page
     */
    public Page<EntryRow> list(
            String tenant,
            @Nullable LocalDate period,
            @Nullable String account,
            PageRequest request) {
        List<HeadRow> heads =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("period", period)
                        .param("account", account)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(JournalReader::head)
                        .list();
        List<EntryRow> entries = withLines(tenant, heads);
        return Page.of(entries, request, entry -> String.valueOf(entry.head().seq()));
    }

    private List<EntryRow> withLines(String tenant, List<HeadRow> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<String, List<LineRow>> lines = new TreeMap<>();
        db.sql(LINES)
                .param("tenant", tenant)
                .param("entries", heads.stream().map(HeadRow::id).toList())
                .query(
                        row -> {
                            lines.computeIfAbsent(
                                            row.getString("entry_id"), id -> new ArrayList<>())
                                    .add(line(row));
                        });
        return heads.stream()
                .map(head -> new EntryRow(head, lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static HeadRow head(ResultSet row, int index) throws SQLException {
        return new HeadRow(
                row.getString("id"),
                row.getLong("seq"),
                row.getObject("posted_on", LocalDate.class),
                row.getString("narrative"),
                new DocumentRow(row.getString("source_kind"), row.getString("source_id")),
                Sql.instant(row, "recorded_at"));
    }

    private static LineRow line(ResultSet row) throws SQLException {
        return new LineRow(
                row.getString("account"),
                row.getString("side"),
                row.getLong("amount_minor"),
                row.getString("currency"),
                row.getString("counterparty"));
    }
}
