package dev.guanjia.workorder.callback;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.callback.CallBackPolicy.Subject;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are called back: {@code call-back-policies.csv}, and what the company sets instead.
 * Source: 03 P-CALLBACK; 04 QF-X-01, QF-X-27; 05 S10, S11.
 *
 * <p>Shape: a row for the sort of customer comes before one for all, the company's own before the
 * shipped, a later one before an earlier.
 *
 * @param shipped the rows of the library
 * @param own the rows of the company
 */
public record CallBackPolicies(List<CallBackPolicy> shipped, List<CallBackPolicy> own) {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "kind",
                    "customer",
                    "rule",
                    "percent",
                    "callers",
                    "same_department",
                    "from",
                    "source");

    /** Copies; no two rows of one list say something for the same subject from the same day. */
    public CallBackPolicies {
        shipped = List.copyOf(shipped);
        own = List.copyOf(own);
        for (List<CallBackPolicy> rows : List.of(shipped, own)) {
            if (rows.stream().map(row -> List.of(row.subject(), row.from())).distinct().count()
                    < rows.size()) {
                throw new IllegalArgumentException("two policies from one day: " + rows);
            }
        }
    }

    /**
     * Loads the policies that ship with the library.
     *
     * @return without rows of a company
     */
    public static CallBackPolicies load() {
        return new CallBackPolicies(
                read(Table.of(CallBackPolicies.class, "call-back-policies.csv", COLUMNS)),
                List.of());
    }

    /**
     * Reads rows of the same form, as a company's own come.
     *
     * @param name what to call the file in faults
     * @param text CSV with the columns {@code
     *     id,zh,en,kind,customer,rule,percent,callers,same_department,from,source}
     * @return in file order
     * @throws CatalogueException if a row is faulty
     */
    public static List<CallBackPolicy> parse(String name, String text) {
        return read(Table.parse(name, text, COLUMNS));
    }

    private static List<CallBackPolicy> read(Table table) {
        return table.unique("id").map(CallBackPolicy::read);
    }

    /**
     * Sets a policy of the company's own.
     *
     * @param policy the row
     * @return the policies afterwards, or refused with {@code POLICY_WITHOUT_CALL}, {@code
     *     POLICY_TOO_WEAK} or {@code POLICY_EXISTS}
     */
    public Decision<CallBackPolicies> set(CallBackPolicy policy) {
        return unfit(policy)
                .or(() -> standing(policy))
                .map(reason -> Decision.<CallBackPolicies>refuse(List.of(reason)))
                .orElseGet(
                        () ->
                                Decision.accept(
                                        new CallBackPolicies(
                                                shipped,
                                                Stream.concat(own.stream(), Stream.of(policy))
                                                        .toList())));
    }

    /** A rule asks for the calls that the life of the kind knows, and for those it demands. */
    private static Optional<Refusal> unfit(CallBackPolicy policy) {
        WorkOrderKind kind = policy.subject().kind();
        Mode mode = policy.rule().mode();
        Lifecycle life = Lifecycle.of(kind);
        if (mode != Mode.NONE && !life.callsBack()) {
            return Optional.of(
                    CallBackRefusal.POLICY_WITHOUT_CALL.because(
                            "kind", kind.name(), "mode", mode.name()));
        }
        return mode != Mode.ALWAYS && life.demandsCallBack()
                ? Optional.of(
                        CallBackRefusal.POLICY_TOO_WEAK.because(
                                "kind", kind.name(), "mode", mode.name()))
                : Optional.empty();
    }

    private Optional<Refusal> standing(CallBackPolicy policy) {
        Subject subject = policy.subject();
        CustomerClass customer = subject.customer();
        return own.stream()
                .filter(row -> row.subject().equals(subject))
                .filter(row -> row.from().equals(policy.from()))
                .findFirst()
                .map(
                        row ->
                                CallBackRefusal.POLICY_EXISTS.because(
                                        "kind", subject.kind().name(),
                                        "customer", customer == null ? "-" : customer.name(),
                                        "from", policy.from().toString()));
    }

    /**
     * The policy for an order.
     *
     * @param kind what the order is about
     * @param customer the sort of customer; null when not known
     * @param day the day on which the order was received
     * @return the row in force, or empty when none is
     */
    public Optional<CallBackPolicy> of(
            WorkOrderKind kind, @Nullable CustomerClass customer, LocalDate day) {
        Optional<CallBackPolicy> special =
                customer == null ? Optional.empty() : inForce(new Subject(kind, customer), day);
        return special.or(() -> inForce(new Subject(kind, null), day));
    }

    private Optional<CallBackPolicy> inForce(Subject subject, LocalDate day) {
        return Stream.of(own, shipped)
                .flatMap(
                        rows ->
                                rows.stream()
                                        .filter(row -> row.subject().equals(subject))
                                        .filter(row -> !day.isBefore(row.from()))
                                        .max(Comparator.comparing(CallBackPolicy::from))
                                        .stream())
                .findFirst();
    }
}
