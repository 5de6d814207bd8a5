package dev.guanjia.server.application;

import dev.guanjia.billing.arrears.AgeBucket;
import dev.guanjia.billing.dunning.DunningLevel;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.CatalogueFault;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.CompanyTables.Kind;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.RuleTableStore;
import dev.guanjia.server.store.RuleTableStore.TableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Rows of a company's own in the place of those that the product proposes. */
@Service
public class RuleTableDesk {

    private static final String COMMAND = "create-rule-table";
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private final Clerk clerk;
    private final RuleTableStore tables;

    RuleTableDesk(Clerk clerk, RuleTableStore tables) {
        this.clerk = clerk;
        this.tables = tables;
    }

    /**
     * Rows as they were given.
     *
     * @param catalogue the table of the product that they change
     * @param from the first day
     * @param rows CSV with a header
     * @param source what allows them
     */
    public record Draft(String catalogue, LocalDate from, String rows, String source) {}

    /**
     * Sets rows from a day on.
     *
     * @param caller who sets them
     * @param draft the rows
     * @return the rows
     */
    public TableRow create(Caller caller, Draft draft) {
        clerk.admit(caller, COMMAND, draft.catalogue());
        Given given = new Given();
        Optional<Kind> kind = given.known("/catalogue", draft.catalogue(), Kind.class);
        given.day("/from", draft.from());
        given.text("/source", draft.source());
        given.text("/rows", draft.rows());
        kind.ifPresent(known -> check(given, known, draft.rows()));
        given.end();
        TableRow row =
                new TableRow(
                        Ids.next("ot"),
                        draft.catalogue(),
                        draft.from(),
                        draft.rows(),
                        draft.source(),
                        clerk.now());
        Map<String, String> facts =
                Map.of("catalogue", row.catalogue(), "from", row.from().toString());
        if (!tables.add(caller.tenant(), row, caller.staffId())) {
            throw RuleTableRefusal.RULE_TABLE_TAKEN.with(facts);
        }
        clerk.done(caller, COMMAND, row.id(), facts);
        return row;
    }

    private static void check(Given given, Kind kind, String rows) {
        try {
            keys(kind, rows).stream()
                    .filter(key -> !KEY.matcher(key).matches())
                    .forEach(key -> faulty(given, "key: " + key));
        } catch (CatalogueException faults) {
            String all =
                    faults.faults().stream()
                            .map(CatalogueFault::toString)
                            .collect(Collectors.joining("; "));
            faulty(given, all);
        } catch (IllegalArgumentException contradiction) {
            faulty(given, String.valueOf(contradiction.getMessage()));
        }
    }

    private static List<String> keys(Kind kind, String rows) {
        return switch (kind) {
            case DUNNING_LEVELS ->
                    CompanyTables.levels(rows).all().stream().map(DunningLevel::key).toList();
            case AGE_BUCKETS ->
                    CompanyTables.buckets(rows).all().stream().map(AgeBucket::key).toList();
            case HAND_IN -> List.of(CompanyTables.handIn(rows).key());
            case POSTING_RULES ->
                    CompanyTables.overlaid(rows).rules().stream()
                            .map(rule -> "ANY")
                            .distinct()
                            .toList();
        };
    }

    private static void faulty(Given given, String reason) {
        given.faults().add("/rows", RuleTableRefusal.RULE_TABLE_FAULTY, Map.of("reason", reason));
    }

    /**
     * Lists rows by table and first day.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<TableRow> list(Caller caller, PageRequest request) {
        return tables.list(caller.tenant(), request);
    }
}
