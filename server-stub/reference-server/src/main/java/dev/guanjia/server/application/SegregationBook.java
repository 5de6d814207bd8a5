package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.authority.Mandates;
import dev.guanjia.organisation.segregation.Holdings;
import dev.guanjia.organisation.segregation.Overrides;
import dev.guanjia.organisation.segregation.Segregation;
import dev.guanjia.organisation.segregation.SegregationRules;
import dev.guanjia.server.access.Conflicts;
import dev.guanjia.server.store.AssignmentStore;
import dev.guanjia.server.store.DelegationStore;
import dev.guanjia.server.store.DelegationStore.DelegationRow;
import dev.guanjia.server.store.KeepingStore;
import dev.guanjia.server.store.KeepingStore.KeepingRow;
import dev.guanjia.server.store.SegregationStore;
import dev.guanjia.server.store.SegregationStore.OverrideRow;
import dev.guanjia.server.store.SegregationStore.RuleRow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a company keeps apart, and what its people have: posts, things kept, delegated posts. */
@Component
class SegregationBook implements Conflicts {

    /** Where a company's own rules come from. */
    private static final String SOURCE = "company";

    private static final String HEADER = "id,zh,en,kind,left,right,effect,override,from,source\n";

    private final SegregationRules shipped;
    private final SegregationStore store;
    private final AssignmentStore assignments;
    private final KeepingStore keepings;
    private final DelegationStore delegations;

    SegregationBook(
            SegregationRules shipped,
            SegregationStore store,
            AssignmentStore assignments,
            KeepingStore keepings,
            DelegationStore delegations) {
        this.shipped = shipped;
        this.store = store;
        this.assignments = assignments;
        this.keepings = keepings;
        this.delegations = delegations;
    }

    /** The rules of the catalogue and the company's own, with every override. */
    Segregation of(String tenant) {
        List<OverrideRow> lifted = store.overrides(tenant);
        return new Segregation(
                rules(store.rules(tenant)),
                new Overrides(lifted.stream().map(OverrideRow::override).toList()));
    }

    /** The rules of the catalogue and these. */
    SegregationRules rules(List<RuleRow> own) {
        String text = own.stream().map(SegregationBook::line).collect(Collectors.joining());
        return own.isEmpty()
                ? shipped
                : shipped.with(SegregationRules.parse("company rules", HEADER + text));
    }

    /** What everybody has. */
    Mandates mandates(String tenant) {
        return mandates(
                assignments.all(tenant), keepings.all(tenant), delegations.all(tenant).stream());
    }

    /** What one person has: enough to ask what that person would combine. */
    Mandates mandatesOf(String tenant, String staffId) {
        return mandates(
                assignments.of(tenant, staffId),
                keepings.of(tenant, staffId),
                delegations.received(tenant, staffId).stream());
    }

    @Override
    public List<Refusal> of(String tenant, String staffId, String post, LocalDate day) {
        Holdings holdings = mandatesOf(tenant, staffId).holdings();
        StaffId staff = new StaffId(staffId);
        if (holdings.of(staff, day).size() < 2) {
            return List.of();
        }
        Actor actor = new Actor(staff, new PostKey(post), SOURCE);
        return of(tenant).breaches(actor, holdings, day);
    }

    private static Mandates mandates(
            Assignments held, List<KeepingRow> kept, Stream<DelegationRow> delegated) {
        return new Mandates(
                held,
                kept.stream().flatMap(row -> row.holding().stream()).toList(),
                delegated.flatMap(row -> row.left().stream()).toList());
    }

    private static String line(RuleRow row) {
        return Stream.of(
                        row.id(),
                        row.zh(),
                        row.en(),
                        row.pair().kind(),
                        String.join(";", row.pair().left()),
                        String.join(";", row.pair().right()),
                        row.effect(),
                        row.overriddenBy() == null ? "" : row.overriddenBy(),
                        row.from().toString(),
                        SOURCE)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }
}
