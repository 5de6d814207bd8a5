package dev.guanjia.server.application;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.receipt.ReceiptRefusal;
import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.OwnersChoice;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.decision.Refusal;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.CsvTable.Line;
import dev.guanjia.server.application.PaymentTaking.Posted;
import dev.guanjia.server.application.PaymentTaking.Wanted;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes in a file of payments, all of them or none. Every row is looked at and posted before the
 * first has a receipt, so that others who take money wait for the numbers of the file only.
 */
@Service
public class PaymentFileDesk {

    private static final String COMMAND = "import-payments";

    private final Clerk clerk;
    private final PaymentFileRows rows;
    private final PaymentTaking taking;
    private final PaymentStore payments;

    PaymentFileDesk(
            Clerk clerk, PaymentFileRows rows, PaymentTaking taking, PaymentStore payments) {
        this.clerk = clerk;
        this.rows = rows;
        this.taking = taking;
        this.payments = payments;
    }

    /**
     * What became of a row.
     *
     * @param number 1 for the first after the header
     * @param row its payment
     * @param taken whether it was taken now; else it was known
     */
    public record Result(int number, PaymentRow row, boolean taken) {}

    /** A row that could be read. */
    private record Read(Line line, Wanted wanted) {}

    /** A row that is fine: a payment that is known, or one that is posted and has no number yet. */
    private record Fine(int number, @Nullable PaymentRow known, @Nullable Posted posted) {}

    /**
     * Takes a file in.
     *
     * @param caller who asks
     * @param text the file
     * @return one result per row, in order
     */
    public List<Result> take(Caller caller, String text) {
        clerk.admit(caller, COMMAND, "payment-files");
        Given given = new Given();
        List<Read> all = new ArrayList<>();
        for (Line line : PaymentFile.table(given).read(text)) {
            rows.read(given, caller.tenant(), line)
                    .ifPresent(wanted -> all.add(new Read(line, wanted)));
        }
        given.end();
        taking.lock(caller.tenant(), all.stream().map(one -> one.wanted().unit()).toList());
        List<Fine> fine = new ArrayList<>();
        Map<String, Posted> posted = new LinkedHashMap<>();
        all.forEach(one -> take(caller, given, one, posted).ifPresent(fine::add));
        given.end();
        List<Result> results = numbered(caller, fine, List.copyOf(posted.values()));
        long taken = results.stream().filter(Result::taken).count();
        clerk.done(
                caller,
                COMMAND,
                "payment-files",
                Map.of("rows", String.valueOf(all.size()), "taken", String.valueOf(taken)));
        return results;
    }

    /** Rows before this one have settled what they settle, and their references are taken. */
    private Optional<Fine> take(Caller caller, Given given, Read one, Map<String, Posted> posted) {
        String reference = one.line().cell("reference");
        Posted before = posted.get(reference);
        if (before != null) {
            return isSame(one.wanted(), before.taken())
                    ? Optional.of(new Fine(one.line().number(), null, before))
                    : refuse(given, one, List.of(PaymentTaking.referenceTaken(before)));
        }
        Optional<PaymentRow> known = payments.findByReference(caller.tenant(), reference);
        if (known.isPresent()) {
            return known(given, one, known.get());
        }
        return taking.decide(caller.tenant(), one.wanted())
                .fold(
                        taken -> post(caller, given, one, taken),
                        reasons -> refuse(given, one, reasons))
                .map(
                        fine -> {
                            posted.put(reference, Objects.requireNonNull(fine.posted()));
                            return fine;
                        });
    }

    /** Only now others wait for us: all that could be wrong was looked at. */
    private List<Result> numbered(Caller caller, List<Fine> fine, List<Posted> posted) {
        Map<Posted, PaymentRow> rows = new IdentityHashMap<>();
        if (!posted.isEmpty()) {
            List<PaymentRow> numbered = taking.number(caller, posted);
            for (int i = 0; i < posted.size(); i++) {
                rows.put(posted.get(i), numbered.get(i));
            }
        }
        List<Result> results = new ArrayList<>();
        Set<Posted> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Fine one : fine) {
            Posted own = one.posted();
            PaymentRow row = own == null ? one.known() : rows.get(own);
            boolean taken = own != null && told.add(own);
            results.add(new Result(one.number(), Objects.requireNonNull(row), taken));
        }
        return results;
    }

    private static Optional<Fine> known(Given given, Read one, PaymentRow row) {
        return isSame(one.wanted(), row.receipt().payment())
                ? Optional.of(new Fine(one.line().number(), row, null))
                : refuse(given, one, List.of(PaymentTaking.referenceTaken(row)));
    }

    private static boolean isSame(Wanted wanted, PaymentTaken taken) {
        Payment old = taken.payment();
        Payment given = wanted.payment();
        return old.unit().equals(given.unit())
                && old.amount().equals(given.amount())
                && old.method() == given.method()
                && old.paidOn().equals(given.paidOn())
                && chosen(wanted).map(charges -> charges.equals(settled(taken))).orElse(true);
    }

    /** The charges that a row names; empty where it names none. */
    private static Optional<Set<ChargeId>> chosen(Wanted wanted) {
        return wanted.read().order() instanceof OwnersChoice choice
                ? Optional.of(choice.wanted().keySet())
                : Optional.empty();
    }

    private static Set<ChargeId> settled(PaymentTaken taken) {
        return taken.allocations().stream().map(Allocation::charge).collect(Collectors.toSet());
    }

    /** The books may refuse the day. */
    private Optional<Fine> post(Caller caller, Given given, Read one, PaymentTaken taken) {
        Optional<String> reference = Optional.of(one.line().cell("reference"));
        try {
            taking.requireOpenDay(caller, taken.payment());
            Posted posted = taking.post(caller, one.wanted(), taken, reference);
            return Optional.of(new Fine(one.line().number(), null, posted));
        } catch (Refused no) {
            return refuse(given, one, no.reasons());
        }
    }

    private static Optional<Fine> refuse(Given given, Read one, List<Refusal> reasons) {
        for (Refusal reason : reasons) {
            given.faults().add(one.line().at(column(reason)), reason.code(), reason.facts());
        }
        return Optional.empty();
    }

    private static String column(Refusal reason) {
        if (reason.code() == PaymentRefusal.EXTERNAL_REFERENCE_TAKEN) {
            return "reference";
        }
        if (reason.code() == BillingRefusal.CURRENCY_MISMATCH) {
            return "currency";
        }
        boolean ofDay =
                reason.code() == ReceiptRefusal.TAKINGS_CLOSED
                        || reason.code().key().startsWith("period-");
        return ofDay ? "paid_on" : "amount";
    }
}
