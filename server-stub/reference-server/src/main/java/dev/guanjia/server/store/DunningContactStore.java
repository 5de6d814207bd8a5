package dev.guanjia.server.store;

import dev.guanjia.billing.dunning.Contact;
import dev.guanjia.billing.dunning.DunningCase;
import dev.guanjia.money.Money;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dunning_contact}. */
@Repository
public class DunningContactStore {

    private static final String INSERT =
            """
            insert into dunning_contact (tenant, case_id, number, action, channel, outcome, note,
                promised_by, promised_minor, currency, occurred_at, recorded_at, staff_id,
                acting_post, authority_version)
            values (:tenant, :case, :number, :action, :channel, :outcome, :note,
                :by, :amount, :currency, :occurred, :recorded, :staff, :post, :authority)
            """;
    private static final String LIST =
            """
            select number, action, channel, outcome, note, promised_by, promised_minor, currency,
                occurred_at, recorded_at, staff_id, acting_post, authority_version
            from dunning_contact
            where tenant = :tenant and case_id = :case and number > :after
            order by number limit :fetch
            """;

    private final JdbcClient db;

    DunningContactStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A contact.
     *
     * @param number 1 for the first of its case
     * @param contact what was done
     * @param pledge what was promised with it; null if nothing was
     * @param recordedAt when the row was made
     */
    public record ContactRow(
            int number, Contact contact, @Nullable Pledge pledge, Instant recordedAt) {}

    /**
     * What is promised.
     *
     * @param amount how much
     * @param by the last day on which it can be kept
     */
    public record Pledge(Money amount, LocalDate by) {}

    /**
     * Adds a contact.
     *
     * @param tenant the company
     * @param dunning the case that it is logged in
     * @param row the contact
     * @param currency of the case
     */
    public void add(String tenant, DunningCase dunning, ContactRow row, String currency) {
        Contact contact = row.contact();
        Optional<Pledge> pledge = Optional.ofNullable(row.pledge());
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("case", dunning.id().value())
                .param("number", row.number())
                .param("action", contact.action().name())
                .param("channel", contact.channel().name())
                .param("outcome", contact.outcome().name())
                .param("note", contact.note())
                .param("by", pledge.map(Pledge::by).orElse(null))
                .param("amount", pledge.map(one -> one.amount().minorUnits()).orElse(null))
                .param("currency", currency)
                .param("occurred", Sql.at(contact.at()))
                .param("recorded", Sql.at(row.recordedAt()))
                .param("staff", contact.actor().staff().value())
                .param("post", contact.actor().post().value())
                .param("authority", contact.actor().authorityVersion())
                .update();
    }

    /**
     * Lists the contacts of a case, oldest first.
     *
     * @param tenant the company
     * @param caseId the case
     * @param request which page
     * @return the page
     */
    public Page<ContactRow> list(String tenant, String caseId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("case", caseId)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(DunningContactStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.number()));
    }

    private static ContactRow row(ResultSet row, int index) throws SQLException {
        LocalDate by = row.getObject("promised_by", LocalDate.class);
        return new ContactRow(
                row.getInt("number"),
                DunningCaseStore.contact(row),
                by == null ? null : new Pledge(ChargeStore.money(row, "promised_minor"), by),
                Sql.instant(row, "recorded_at"));
    }
}
