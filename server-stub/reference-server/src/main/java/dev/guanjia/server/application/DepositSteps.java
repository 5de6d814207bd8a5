package dev.guanjia.server.application;

import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.deposit.DepositDeduction;
import dev.guanjia.billing.deposit.DepositRefusal;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DepositStore;
import dev.guanjia.server.store.DepositStore.DepositRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What is done to one deposit: a part is kept, it is checked, it is paid back. */
@Service
public class DepositSteps {

    private static final String DEDUCT = "deduct-deposit";
    private static final String CHECK = "check-deposit";
    private static final String REFUND = "refund-deposit";
    private static final Map<RefusalCode, String> FIELDS =
            Map.of(
                    DepositRefusal.DEDUCTION_OVER_BALANCE, "/amount",
                    DepositRefusal.DEDUCTION_WITHOUT_REASON, "/reason",
                    DepositRefusal.DEDUCTION_WITHOUT_CONSENT, "/consent",
                    DepositRefusal.DEPOSIT_NOT_POSITIVE, "/amount",
                    DepositRefusal.DEPOSIT_REFUND_NOT_AS_SIGNED, "/amount");

    private final Clerk clerk;
    private final BusinessTime times;
    private final DepositStore deposits;
    private final Acts acts;
    private final HeldPostings postings;
    private final Takings takings;

    DepositSteps(
            Clerk clerk,
            BusinessTime times,
            DepositStore deposits,
            Acts acts,
            HeldPostings postings,
            Takings takings) {
        this.clerk = clerk;
        this.times = times;
        this.deposits = deposits;
        this.acts = acts;
        this.postings = postings;
        this.takings = takings;
    }

    /**
     * A deduction as it was given.
     *
     * @param amount how much, in major units
     * @param currency of what
     * @param reason why
     * @param consent the reference of the payer's consent
     * @param on the day
     */
    public record Kept(
            String amount, String currency, String reason, String consent, LocalDate on) {}

    /**
     * A payout as it was given.
     *
     * @param amount how much, in major units
     * @param currency of what
     * @param method how
     * @param on the day
     */
    public record Payout(String amount, String currency, String method, LocalDate on) {}

    /**
     * Keeps a part.
     *
     * @param caller who keeps it
     * @param id the deposit id
     * @param ifMatch the version last seen
     * @param kept how much and why
     * @return the deposit after it
     */
    public DepositRow deduct(Caller caller, String id, String ifMatch, Kept kept) {
        clerk.admit(caller, DEDUCT, id);
        DepositRow row = lock(caller, id, ifMatch);
        Given given = new Given();
        Optional<Money> amount = BookMoney.given(given, "/amount", kept.amount(), kept.currency());
        begun(given, "/deducted_on", kept.on());
        DepositDeduction deduction =
                new DepositDeduction(amount.orElseThrow(), kept.reason(), kept.consent());
        Deposit after =
                Refused.unlessAccepted(
                        row.deposit().deduct(deduction, clerk.actor(caller), kept.on()), FIELDS);
        deposits.step(caller.tenant(), after, null, clerk.now());
        postings.deducted(caller, after);
        return done(caller, DEDUCT, after, amount.orElseThrow());
    }

    /**
     * Checks that it can go back.
     *
     * @param caller who checks
     * @param id the deposit id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the deposit, checked
     */
    public DepositRow check(Caller caller, String id, String ifMatch, LocalDate on) {
        clerk.admit(caller, CHECK, id);
        DepositRow row = lock(caller, id, ifMatch);
        begun(new Given(), "/checked_on", on);
        Deposit after =
                Ruling.unlessRefused(
                        row.deposit().check(clerk.actor(caller), on), new Breach(CHECK, id));
        deposits.step(caller.tenant(), after, null, clerk.now());
        return done(caller, CHECK, after, after.balance());
    }

    /**
     * Pays it back.
     *
     * @param caller who pays
     * @param id the deposit id
     * @param ifMatch the version last seen
     * @param payout how much and how
     * @return the deposit, paid back
     */
    public DepositRow refund(Caller caller, String id, String ifMatch, Payout payout) {
        clerk.admit(caller, REFUND, id);
        DepositRow row = lock(caller, id, ifMatch);
        Given given = new Given();
        Optional<Money> amount =
                BookMoney.given(given, "/amount", payout.amount(), payout.currency());
        Optional<PaymentMethod> method =
                given.known("/method", payout.method(), PaymentMethod.class);
        begun(given, "/refunded_on", payout.on());
        Breach breach = new Breach(REFUND, id);
        Actor by = clerk.actor(caller);
        Deposit after =
                Ruling.unlessRefused(
                        row.deposit().refund(amount.orElseThrow(), by, payout.on()),
                        breach,
                        FIELDS);
        acts.require(
                caller.tenant(),
                Acts.done(Acts.DEPOSIT_COLLECTED, List.of(after.taken().by().staff())),
                new Act(Acts.DEPOSIT_REFUNDED, by.staff()),
                payout.on(),
                breach);
        deposits.step(caller.tenant(), after, method.orElseThrow(), clerk.now());
        postings.refunded(caller, after, method.orElseThrow());
        Money out = amount.orElseThrow().negated();
        if (!out.isZero()) {
            takings.add(
                    caller,
                    new Taking(Taking.Kind.DEPOSIT_REFUNDED, id, method.orElseThrow(), out),
                    payout.on());
        }
        return done(caller, REFUND, after, amount.orElseThrow());
    }

    private DepositRow done(Caller caller, String command, Deposit after, Money amount) {
        String id = after.taken().id().value();
        clerk.done(caller, command, id, Map.of("amount", amount.toString()));
        return deposits.find(caller.tenant(), id).orElseThrow();
    }

    private void begun(Given given, String pointer, LocalDate day) {
        given.day(pointer, day);
        given.end();
        times.require(day);
    }

    private DepositRow lock(Caller caller, String id, String ifMatch) {
        DepositRow row =
                deposits.lock(caller.tenant(), List.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        return row;
    }
}
