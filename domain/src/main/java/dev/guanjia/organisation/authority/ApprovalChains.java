package dev.guanjia.organisation.authority;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.AuthorityKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The steps of every kind of decision: the rows of {@code approval-chains.csv} and a company's own.
 *
 * <p>Shape: a later row of the same id replaces a step from its first day on; what held before
 * stays known. Source: requirements 01, section 5.
 */
public final class ApprovalChains {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "kind",
                    "order",
                    "act",
                    "role",
                    "above",
                    "attachment",
                    "performs",
                    "from",
                    "source");
    private static final Comparator<ApprovalStep> ORDER =
            Comparator.comparingInt(ApprovalStep::order).thenComparing(ApprovalStep::id);

    private final AuthorityKinds kinds;
    private final ApprovalRoles roles;
    private final List<ApprovalStep> rows;
    private final Map<AuthorityKind, NavigableMap<LocalDate, List<ApprovalStep>>> byDay =
            new HashMap<>();

    private ApprovalChains(AuthorityKinds kinds, ApprovalRoles roles, List<ApprovalStep> rows) {
        this.kinds = kinds;
        this.roles = roles;
        this.rows = List.copyOf(rows);
        for (ApprovalStep row : rows) {
            byDay.computeIfAbsent(row.kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(row.from(), day -> inForce(row.kind(), day));
        }
    }

    /**
     * Loads the chains that ship with the library, with its kinds and roles.
     *
     * @return the chains
     */
    public static ApprovalChains load() {
        return of(
                AuthorityKinds.load(),
                ApprovalRoles.load(),
                Table.of(ApprovalChains.class, "approval-chains.csv", COLUMNS));
    }

    /**
     * Builds chains from rows of the same form.
     *
     * @param kinds the kinds that rows may name
     * @param roles the roles that rows may name
     * @param table columns {@code
     *     id,zh,en,kind,order,act,role,above,attachment,performs,from,source}
     * @return the chains
     * @throws CatalogueException if a row is faulty or repeats an id and first day
     */
    public static ApprovalChains of(AuthorityKinds kinds, ApprovalRoles roles, Table table) {
        return new ApprovalChains(kinds, roles, List.of()).with(table);
    }

    /**
     * Reads a company's own rows.
     *
     * @param name what to call the file in faults
     * @param text rows in the form of {@code approval-chains.csv}, with the header
     * @return the table
     * @throws CatalogueException if the header or a row has another shape
     */
    public static Table parse(String name, String text) {
        return Table.parse(name, text, COLUMNS);
    }

    /**
     * Adds a company's own steps, or changes steps from a day on.
     *
     * @param own rows of the same form
     * @return these chains and the company's
     * @throws CatalogueException if a row is faulty, stands from the same day as another of its id,
     *     or moves an id to another kind
     */
    public ApprovalChains with(Table own) {
        List<ApprovalStep> all = new ArrayList<>(rows);
        own.map(row -> all.add(read(row, all)));
        return new ApprovalChains(kinds, roles, all);
    }

    /**
     * The steps of a kind, needed or not.
     *
     * @param kind what is decided
     * @param day the day whose rows count
     * @return by order, then id; empty when no row of that kind stands on the day
     */
    public List<ApprovalStep> steps(AuthorityKind kind, LocalDate day) {
        NavigableMap<LocalDate, List<ApprovalStep>> days = byDay.get(kind);
        Map.Entry<LocalDate, List<ApprovalStep>> entry = days == null ? null : days.floorEntry(day);
        return entry == null ? List.of() : entry.getValue();
    }

    /**
     * Every row of every day.
     *
     * @return in file order, a company's own last
     */
    public List<ApprovalStep> all() {
        return rows;
    }

    /**
     * The kinds that chains may name.
     *
     * @return the kinds
     */
    public AuthorityKinds kinds() {
        return kinds;
    }

    /**
     * The roles that chains may name.
     *
     * @return the roles
     */
    public ApprovalRoles roles() {
        return roles;
    }

    private ApprovalStep read(Row row, List<ApprovalStep> earlier) {
        ApprovalStep step = ApprovalStep.read(row, kinds, roles);
        for (ApprovalStep other : earlier) {
            if (other.id().equals(step.id()) && !other.kind().equals(step.kind())) {
                throw fault(row, "kind", "step " + step.id() + " belongs to " + other.kind());
            } else if (other.id().equals(step.id()) && other.from().equals(step.from())) {
                throw fault(row, "id", "step " + step.id() + " stands twice from " + step.from());
            }
        }
        return step;
    }

    private static CatalogueException fault(Row row, String column, String message) {
        return new CatalogueException(List.of(row.fault(column, message)));
    }

    private List<ApprovalStep> inForce(AuthorityKind kind, LocalDate day) {
        Map<String, ApprovalStep> latest = new TreeMap<>();
        rows.stream()
                .filter(row -> row.kind().equals(kind) && !row.from().isAfter(day))
                .sorted(Comparator.comparing(ApprovalStep::from))
                .forEach(row -> latest.put(row.id(), row));
        return latest.values().stream().sorted(ORDER).toList();
    }
}
