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
import dev.guanjia.server.application.PaymentTaking.Wanted;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Takes in a file of payments, all of them or none. */
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
        List<Result> results = new ArrayList<>();
        all.forEach(one -> take(caller, given, one).ifPresent(results::add));
        given.end();
        long taken = results.stream().filter(Result::taken).count();
        clerk.done(
                caller,
                COMMAND,
                "payment-files",
                Map.of("rows", String.valueOf(all.size()), "taken", String.valueOf(taken)));
        return results;
    }

    /** Rows before this one have settled what they settle. */
    private Optional<Result> take(Caller caller, Given given, Read one) {
        String reference = one.line().cell("reference");
        Optional<PaymentRow> known = payments.findByReference(caller.tenant(), reference);
        if (known.isPresent()) {
            return known(given, one, known.get());
        }
        return taking.decide(caller.tenant(), one.wanted())
                .fold(
                        taken -> keep(caller, given, one, taken),
                        reasons -> refuse(given, one, reasons));
    }

    private static Optional<Result> known(Given given, Read one, PaymentRow row) {
        if (!same(one.wanted(), row)) {
            return refuse(given, one, List.of(PaymentTaking.referenceTaken(row)));
        }
        return Optional.of(new Result(one.line().number(), row, false));
    }

    private static boolean same(Wanted wanted, PaymentRow row) {
        Payment old = row.payment();
        Payment given = wanted.payment();
        return old.unit().equals(given.unit())
                && old.amount().equals(given.amount())
                && old.method() == given.method()
                && old.paidOn().equals(given.paidOn())
                && chosen(wanted).map(charges -> charges.equals(settled(row))).orElse(true);
    }

    /** The charges that a row names; empty where it names none. */
    private static Optional<Set<ChargeId>> chosen(Wanted wanted) {
        return wanted.read().order() instanceof OwnersChoice choice
                ? Optional.of(choice.wanted().keySet())
                : Optional.empty();
    }

    private static Set<ChargeId> settled(PaymentRow row) {
        return row.receipt().payment().allocations().stream()
                .map(Allocation::charge)
                .collect(Collectors.toSet());
    }

    /** The books may refuse the day: nothing of the row is stored before they accept it. */
    private Optional<Result> keep(Caller caller, Given given, Read one, PaymentTaken taken) {
        try {
            PaymentRow row =
                    taking.keep(
                            caller, one.wanted(), taken, Optional.of(one.line().cell("reference")));
            return Optional.of(new Result(one.line().number(), row, true));
        } catch (Refused no) {
            return refuse(given, one, no.reasons());
        }
    }

    private static Optional<Result> refuse(Given given, Read one, List<Refusal> reasons) {
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
