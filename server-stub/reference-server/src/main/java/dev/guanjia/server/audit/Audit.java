package dev.guanjia.server.audit;

import dev.guanjia.decision.Refusal;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused.Breach;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the trail. */
@Component
public class Audit {

    private static final String INSERT =
            """
            insert into audit_entry (tenant, id, recorded_at, staff_id, acting_post,
                authority_version, action, subject, outcome, facts, reasons)
            values (:tenant, :id, :at, :staff, :post, :version, :action, :subject, :outcome,
                cast(:facts as jsonb), cast(:reasons as jsonb))
            """;

    private final JdbcClient db;
    private final Permissions permissions;
    private final JsonMapper mapper;
    private final Clock clock;

    Audit(JdbcClient db, Permissions permissions, JsonMapper mapper, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Records that a command was carried out, in the same transaction.
     *
     * @param caller who
     * @param action the command, in kebab-case
     * @param subject the id of what it changed
     * @param facts what a reader of the trail will want to know; no secrets
     */
    public void accepted(Caller caller, String action, String subject, Map<String, String> facts) {
        write(caller, new Entry(action, subject, "ACCEPTED", facts, List.of()));
    }

    /** Records that a command was refused for lack of authority. */
    void refused(Caller caller, Breach breach, List<Refusal> reasons) {
        List<AuditReason> kept = reasons.stream().map(AuditReason::of).toList();
        write(caller, new Entry(breach.command(), breach.subject(), "REFUSED", Map.of(), kept));
    }

    private record Entry(
            String action,
            String subject,
            String outcome,
            Map<String, String> facts,
            List<AuditReason> reasons) {}

    private void write(Caller caller, Entry entry) {
        db.sql(INSERT)
                .param("tenant", caller.tenant())
                .param("id", Ids.next("au"))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("staff", caller.staffId())
                .param("post", caller.actingPost().orElse(null))
                .param("version", permissions.version())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("outcome", entry.outcome())
                .param("facts", mapper.writeValueAsString(new TreeMap<>(entry.facts())))
                .param("reasons", mapper.writeValueAsString(entry.reasons()))
                .update();
    }
}
