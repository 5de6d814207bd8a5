package dev.guanjia.server.application;

import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.RoleKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.StandIn;
import dev.guanjia.organisation.authority.Mandates;
import dev.guanjia.organisation.company.Organisation;
import dev.guanjia.organisation.segregation.Holdings;
import dev.guanjia.organisation.segregation.Overrides;
import dev.guanjia.organisation.segregation.Segregation;
import dev.guanjia.organisation.segregation.SegregationKey;
import dev.guanjia.organisation.segregation.SegregationRule;
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
import dev.guanjia.server.store.StandInStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a company keeps apart, and what its people have: posts, stand-ins, things kept, delegated
 * posts.
 */
@Component
class SegregationBook implements Conflicts {

    /** Where a company's own rules come from. */
    private static final String SOURCE = "company";

    private static final String HEADER = "id,zh,en,kind,left,right,effect,override,from,source\n";

    private final SegregationRules shipped;
    private final SegregationStore store;
    private final AssignmentStore assignments;
    private final StandInStore standIns;
    private final KeepingStore keepings;
    private final DelegationStore delegations;
    private final CompanyTrees trees;
    private final Clock clock;

    SegregationBook(
            SegregationRules shipped,
            SegregationStore store,
            AssignmentStore assignments,
            StandInStore standIns,
            KeepingStore keepings,
            DelegationStore delegations,
            CompanyTrees trees,
            Clock clock) {
        this.shipped = shipped;
        this.store = store;
        this.assignments = assignments;
        this.standIns = standIns;
        this.keepings = keepings;
        this.delegations = delegations;
        this.trees = trees;
        this.clock = clock;
    }

    /** The rules of the catalogue and the company's own, with every override. */
    Segregation of(String tenant) {
        List<OverrideRow> lifted = store.overrides(tenant);
        return new Segregation(
                rules(tenant), new Overrides(lifted.stream().map(OverrideRow::override).toList()));
    }

    private SegregationRules rules(String tenant) {
        List<RuleRow> own = store.rules(tenant);
        String text = own.stream().map(SegregationBook::line).collect(Collectors.joining());
        SegregationRules all = own.isEmpty() ? shipped : shipped.with(table(text));
        Map<String, List<String>> bearing = bearing(tenant);
        return bearing.isEmpty()
                ? all
                : SegregationRules.of(
                        table(
                                all.all().stream()
                                        .map(rule -> line(rule, bearing))
                                        .collect(Collectors.joining())));
    }

    private static Table table(String rows) {
        return SegregationRules.parse("company rules", HEADER + rows);
    }

    /** The company's posts that bear the duties of others, which rules on those keep apart, too. */
    private Map<String, List<String>> bearing(String tenant) {
        Organisation company = trees.of(tenant).company();
        Map<String, List<String>> bearing = new TreeMap<>();
        Stream.concat(Stream.of(LocalDate.now(clock)), company.changes().stream())
                .map(company::on)
                .forEach(posts -> note(bearing, posts));
        return bearing;
    }

    private static void note(Map<String, List<String>> bearing, PostCatalogue posts) {
        for (Post post : posts.all()) {
            String key = post.key().value();
            String borne = posts.bears(post.key()).value();
            List<String> known = bearing.getOrDefault(borne, List.of());
            if (!borne.equals(key) && !known.contains(key)) {
                bearing.computeIfAbsent(borne, any -> new ArrayList<>()).add(key);
            }
        }
    }

    /** What everybody has. */
    Mandates mandates(String tenant) {
        return mandates(
                assignments.all(tenant),
                standIns.all(tenant),
                keepings.all(tenant),
                delegations.all(tenant).stream());
    }

    /** What one person has: enough to ask what that person would combine. */
    Mandates mandatesOf(String tenant, String staffId) {
        return mandates(
                assignments.of(tenant, staffId),
                standIns.of(tenant, staffId),
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
            Assignments held,
            List<StandIn> acting,
            List<KeepingRow> kept,
            Stream<DelegationRow> delegated) {
        return new Mandates(
                held,
                acting,
                kept.stream().flatMap(row -> row.holding().stream()).toList(),
                delegated.flatMap(row -> row.left().stream()).toList());
    }

    private static String line(RuleRow row) {
        return line(
                row.id(),
                row.zh(),
                row.en(),
                row.pair().kind(),
                String.join(";", row.pair().left()),
                String.join(";", row.pair().right()),
                row.effect(),
                row.overriddenBy() == null ? "" : row.overriddenBy(),
                row.from().toString(),
                SOURCE);
    }

    private static String line(SegregationRule rule, Map<String, List<String>> bearing) {
        return line(
                rule.id(),
                rule.label().zh(),
                rule.label().en(),
                rule.sides().kind().name(),
                keys(rule, rule.sides().left(), bearing),
                keys(rule, rule.sides().right(), bearing),
                rule.effect().name(),
                rule.overriddenBy().map(RoleKey::value).orElse(""),
                rule.from().toString(),
                rule.source());
    }

    /** A side, and the posts that bear one of its keys unless the rule names them itself. */
    private static String keys(
            SegregationRule rule, List<SegregationKey> side, Map<String, List<String>> bearing) {
        Set<String> named =
                Stream.concat(rule.sides().left().stream(), rule.sides().right().stream())
                        .map(SegregationKey::value)
                        .collect(Collectors.toSet());
        Stream<String> borne =
                side.stream()
                        .flatMap(key -> bearing.getOrDefault(key.value(), List.of()).stream())
                        .filter(post -> !named.contains(post));
        return Stream.concat(side.stream().map(SegregationKey::value), borne)
                .collect(Collectors.joining(";"));
    }

    private static String line(String... cells) {
        return Stream.of(cells)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }
}
