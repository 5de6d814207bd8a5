package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.ApprovalRequest;
import dev.guanjia.organisation.authority.ApprovalState;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.organisation.segregation.SegregationKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code approval}: what was asked for, and where it stands. */
@Repository
public class ApprovalStore {

    private static final String INSERT =
            """
            insert into approval (tenant, id, kind, amount_minor, currency, subject, reference,
                attachments, acts, requested_by, requested_as, requested_under, requested_on,
                requested_at, state)
            values (:tenant, :id, :kind, :amount, :currency, :subject, :reference,
                cast(:papers as jsonb), cast(:acts as jsonb), :by, :post, :authority, :on, :at,
                :state)
            """;
    private static final String SELECT =
            """
            select id, seq, kind, amount_minor, currency, subject, reference, attachments, acts,
                requested_by, requested_as, requested_under, requested_on, requested_at, state,
                version
            from approval where tenant = :tenant
            """;
    private static final String NEWEST =
            SELECT
                    + """
                     and seq < :before
                        and (cast(:kind as text) is null or kind = :kind)
                        and (cast(:state as text) is null or state = :state)
                        and (cast(:by as text) is null or requested_by = :by)
                    order by seq desc limit :fetch
                    """;
    private static final String MOVE =
            """
            update approval set state = :state, version = version + 1
            where tenant = :tenant and id = :id
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    ApprovalStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * An approval.
     *
     * @param request what was asked for, by whom
     * @param matter what it is about
     * @param requestedAt when
     * @param state where it stands
     * @param seq grows with every approval
     * @param version counted from 1
     */
    public record ApprovalRow(
            ApprovalRequest request,
            Matter matter,
            Instant requestedAt,
            ApprovalState state,
            long seq,
            long version) {

        /**
         * The name of the row.
         *
         * @return the approval id
         */
        public String id() {
            return request.id();
        }
    }

    /**
     * What a decision is about.
     *
     * @param subject in the company's own words
     * @param reference the id of what is decided on; null where it has none
     */
    public record Matter(String subject, @Nullable String reference) {}

    /**
     * Which approvals are listed; what is null is not asked about.
     *
     * @param kind the kind of decision
     * @param state where it stands
     * @param requestedBy who asked for it
     */
    public record Filter(
            @Nullable String kind, @Nullable String state, @Nullable String requestedBy) {}

    private record ActRow(String act, String staff) {}

    /**
     * Adds an approval that is open.
     *
     * @param tenant the company
     * @param request what is asked for, by whom
     * @param matter what it is about
     * @param at when
     */
    public void add(String tenant, ApprovalRequest request, Matter matter, Instant at) {
        Actor requester = request.requester();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", request.id())
                .param("kind", request.kind().value())
                .param("amount", request.amount().map(Money::minorUnits).orElse(null))
                .param("currency", request.amount().map(ApprovalStore::code).orElse(null))
                .param("subject", matter.subject())
                .param("reference", matter.reference())
                .param("papers", mapper.writeValueAsString(request.attachments()))
                .param("acts", mapper.writeValueAsString(acts(request)))
                .param("by", requester.staff().value())
                .param("post", requester.post().value())
                .param("authority", requester.authorityVersion())
                .param("on", request.requestedOn())
                .param("at", Sql.at(at))
                .param("state", ApprovalState.OPEN.name())
                .update();
    }

    /**
     * Reads an approval.
     *
     * @param tenant the company
     * @param id the approval id
     * @return empty if there is none
     */
    public Optional<ApprovalRow> find(String tenant, String id) {
        return one(SELECT + " and id = :id", tenant, id);
    }

    /**
     * Reads an approval and keeps others from deciding it until the transaction ends.
     *
     * @param tenant the company
     * @param id the approval id
     * @return empty if there is none
     */
    public Optional<ApprovalRow> lock(String tenant, String id) {
        return one(SELECT + " and id = :id for update", tenant, id);
    }

    private Optional<ApprovalRow> one(String sql, String tenant, String id) {
        return db.sql(sql).param("tenant", tenant).param("id", id).query(this::row).optional();
    }

    /**
     * Reads approvals, newest first.
     *
     * @param tenant the company
     * @param filter which
     * @param before only those added before this number
     * @param most how many at most
     * @return the approvals
     */
    public List<ApprovalRow> newest(String tenant, Filter filter, long before, int most) {
        return db.sql(NEWEST)
                .param("tenant", tenant)
                .param("before", before)
                .param("kind", filter.kind())
                .param("state", filter.state())
                .param("by", filter.requestedBy())
                .param("fetch", most)
                .query(this::row)
                .list();
    }

    /**
     * Moves an approval that {@link #lock} gave.
     *
     * @param tenant the company
     * @param id the approval id
     * @param state where it stands now, often the same
     */
    public void move(String tenant, String id, ApprovalState state) {
        db.sql(MOVE).param("tenant", tenant).param("id", id).param("state", state.name()).update();
    }

    private static List<ActRow> acts(ApprovalRequest request) {
        return request.acts().stream()
                .map(act -> new ActRow(act.key().value(), act.by().value()))
                .toList();
    }

    private static String code(Money amount) {
        return amount.currency().getCurrencyCode();
    }

    private ApprovalRow row(ResultSet row, int index) throws SQLException {
        Actor requester =
                new Actor(
                        new StaffId(row.getString("requested_by")),
                        new PostKey(row.getString("requested_as")),
                        row.getString("requested_under"));
        ApprovalRequest request =
                new ApprovalRequest(
                        row.getString("id"),
                        new AuthorityKind(row.getString("kind")),
                        amount(row),
                        requester,
                        row.getObject("requested_on", LocalDate.class),
                        List.of(mapper.readValue(row.getString("attachments"), String[].class)),
                        acts(row.getString("acts")));
        return new ApprovalRow(
                request,
                new Matter(row.getString("subject"), row.getString("reference")),
                Sql.instant(row, "requested_at"),
                ApprovalState.valueOf(row.getString("state")),
                row.getLong("seq"),
                row.getLong("version"));
    }

    private List<Act> acts(String json) {
        return Arrays.stream(mapper.readValue(json, ActRow[].class))
                .map(act -> new Act(new SegregationKey(act.act()), new StaffId(act.staff())))
                .toList();
    }

    private static Optional<Money> amount(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return currency == null
                ? Optional.empty()
                : Optional.of(
                        new Money(Currency.getInstance(currency), row.getLong("amount_minor")));
    }
}
