package dev.guanjia.history;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.BilledSpan;
import dev.guanjia.billing.Billing;
import dev.guanjia.billing.BoundCharge;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.FormulaTerm;
import dev.guanjia.billing.MeterFacts;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.billing.Particulars;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.billing.run.BillRunAction;
import dev.guanjia.billing.run.BillRunId;
import dev.guanjia.billing.run.BillRunProgress;
import dev.guanjia.billing.run.BillRunState;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.money.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The runs of a community and all charges that came of them, as the shell would keep them. */
final class Runs {

    /** What a run knew of one unit, and what it said. */
    record Kept(
            Home home,
            UnitFacts facts,
            TariffBook tariffs,
            YearMonth month,
            List<BillOutcome> said) {}

    private final Story story;
    private final Village village;
    private final Till till;
    final Map<ChargeId, BoundCharge> charges = new LinkedHashMap<>();
    final List<Kept> kept = new ArrayList<>();
    private final List<Charge> draft = new ArrayList<>();
    private final List<Kept> draftKept = new ArrayList<>();
    private @Nullable BillRun run;

    Runs(Story story, Village village, Till till) {
        this.story = story;
        this.village = village;
        this.till = till;
    }

    static BillCalculation calculation(TariffBook tariffs, YearMonth month) {
        ServicePeriod period = ServicePeriod.of(month);
        return new BillCalculation(Prices.ITEMS, tariffs, period, period.end().plusDays(9));
    }

    /** Calculates a month; two of three are confirmed at once. */
    void run(Move move) {
        if (run != null && run.state() == BillRunState.CALCULATED) {
            confirm(new Move(Move.Act.CONFIRM, 0, 0, 0));
        }
        YearMonth month = Village.month(move);
        BillRunProgress progress = BillRunProgress.starting(village.homes().size(), Money.CNY);
        for (Home home : village.homes()) {
            progress = progress.plus(bill(home, month));
        }
        ServicePeriod period = ServicePeriod.of(month);
        BillRun begun =
                new BillRun(
                        new BillRunId(story.name("br")),
                        Billing.COMMUNITY,
                        period,
                        period.end().plusDays(9),
                        BillRunState.CALCULATING,
                        progress);
        LawsOfBilling.progressIs(progress, draft);
        run = begun;
        story.say(month + " " + draft.stream().map(Runs::said).toList());
        move(BillRunAction.FINISH);
        if (move.size() % 3 > 0) {
            confirm(new Move(Move.Act.CONFIRM, 0, 0, 0));
        }
    }

    private List<BillOutcome> bill(Home home, YearMonth month) {
        UnitFacts facts = facts(home);
        BillCalculation calculation = calculation(village.tariffs(), month);
        List<BillOutcome> said = calculation.outcomes(facts, key -> name());
        List<Charge> made = new ArrayList<>();
        said.forEach(outcome -> charged(outcome, made));
        draft.addAll(made);
        LawsOfMeters.of(home, standing()).theLatestBillSettlesAll(made);
        draftKept.add(new Kept(home, facts, village.tariffs(), month, said));
        List<Charge> again = new ArrayList<>();
        calculation.outcomes(facts(home), key -> name()).forEach(o -> charged(o, again));
        LawsOfBilling.nothingIsNew(again);
        return said;
    }

    private static String said(Charge charge) {
        return charge.id() + " " + charge.key() + " " + charge.amount() + " " + charge.payer();
    }

    private ChargeId name() {
        return new ChargeId(story.name("ch"));
    }

    private static void charged(BillOutcome outcome, List<Charge> all) {
        outcome.fold(one -> all.add(one.charge()), same -> false, skipped -> false);
    }

    private boolean move(BillRunAction action) {
        BillRun before = run;
        return before != null
                && story.decide(
                        Move.Act.valueOf(action == BillRunAction.FINISH ? "RUN" : action.name()),
                        action + " " + before.id(),
                        before.transition(action, Story.LEADER, Instant.EPOCH),
                        event -> run = event.applyTo(before));
    }

    void confirm(Move move) {
        if (move(BillRunAction.CONFIRM)) {
            draft.forEach(this::bind);
            kept.addAll(draftKept);
            draft.clear();
            draftKept.clear();
        }
    }

    /** What was only calculated is gone; what binds is not cancelled. */
    void cancel() {
        BillRun before = run;
        if (before == null || before.state() != BillRunState.CALCULATED) {
            run = before == null ? null : entered(before);
        }
        if (move(BillRunAction.CANCEL)) {
            draft.clear();
            draftKept.clear();
        }
    }

    private static BillRun entered(BillRun run) {
        int rest = run.progress().charged() - run.progress().entered();
        return new BillRun(
                run.id(),
                run.community(),
                run.period(),
                run.dueOn(),
                BillRunState.ENTERED,
                run.progress().plusEntered(rest));
    }

    void bind(Charge charge) {
        charges.put(charge.id(), new BoundCharge(charge));
        till.entered(charge);
    }

    void reverse(Move move) {
        if (charges.isEmpty()) {
            return;
        }
        BoundCharge before = pick(move);
        story.decide(
                move.act(),
                before.charge().id() + " " + before.charge().key(),
                before.reverse(move.size() == 0 ? " " : "wrong", story.today(), Story.LEADER),
                reversal -> {
                    BoundCharge after =
                            new BoundCharge(before.charge(), reversal, before.successors());
                    charges.put(reversal.charge(), after);
                    till.takenBack(before.charge(), reversal);
                });
    }

    void chargeAgain(Move move) {
        if (charges.isEmpty()) {
            return;
        }
        List<BoundCharge> reversed =
                charges.values().stream().filter(bound -> bound.reversal() != null).toList();
        BoundCharge old =
                reversed.isEmpty() || move.size() % 4 == 0
                        ? pick(move)
                        : reversed.get(move.which() % reversed.size());
        if (old.charge().key().feeItem().equals(Prices.LATE)) {
            return;
        }
        YearMonth month = old.charge().key().period().month();
        Home home = village.home(old.charge().key().unit());
        story.decide(
                move.act(),
                old.charge().id() + " " + old.charge().key(),
                calculation(village.tariffs(), month).replace(facts(home), old, key -> name()),
                outcomes -> replaced(old, outcomes));
    }

    private void replaced(BoundCharge old, List<BillOutcome> outcomes) {
        List<Charge> next = new ArrayList<>();
        outcomes.forEach(outcome -> charged(outcome, next));
        LawsOfBilling.replacesNoOtherDays(old.charge(), next);
        LawsOfMeters.of(village.home(old.charge().key().unit()), standing())
                .replacesTheSameReadings(old.charge(), next);
        next.forEach(this::bind);
        charges.put(
                old.charge().id(),
                new BoundCharge(
                        old.charge(), old.reversal(), next.stream().map(Charge::id).toList()));
    }

    private BoundCharge pick(Move move) {
        return List.copyOf(charges.values()).get(move.which() % charges.size());
    }

    List<Charge> live() {
        return charges.values().stream()
                .filter(bound -> bound.reversal() == null)
                .map(BoundCharge::charge)
                .toList();
    }

    /** What is charged, and what a run has calculated that nobody confirmed yet. */
    List<Charge> standing() {
        List<Charge> all = new ArrayList<>(live());
        all.addAll(draft);
        return all;
    }

    /** All charges that ever were, and those of a run that nobody confirmed yet. */
    List<Charge> ever() {
        List<Charge> all = new ArrayList<>();
        charges.values().forEach(bound -> all.add(bound.charge()));
        all.addAll(draft);
        return all;
    }

    private UnitFacts facts(Home home) {
        Set<ChargeKey> existing = new HashSet<>();
        Map<FeeItemId, List<BilledSpan>> billed = new TreeMap<>();
        for (Charge charge : standing()) {
            ChargeKey key = charge.key();
            if (key.unit().equals(home.unit.id())) {
                existing.add(key);
                for (MeterSpan span : LawsOfBilling.spans(charge)) {
                    billed.computeIfAbsent(key.feeItem(), any -> new ArrayList<>())
                            .add(new BilledSpan(key.period(), span));
                }
            }
        }
        return new UnitFacts(
                home.unit,
                home.history(),
                home.payers(),
                List.of(new MeterFacts(home.meter(), billed)),
                existing,
                particulars(home));
    }

    private Particulars particulars(Home home) {
        List<Particulars.PoolShare> shares = new ArrayList<>();
        village.shares()
                .standing()
                .forEach(
                        (id, cut) ->
                                cut.shares().stream()
                                        .filter(share -> share.unit().equals(home.unit.id()))
                                        .map(share -> share.quantity(id))
                                        .map(
                                                share ->
                                                        new Particulars.PoolShare(
                                                                Prices.SHARED,
                                                                cut.pool().period(),
                                                                share))
                                        .forEach(shares::add));
        return new Particulars(new TreeMap<>(), shares, formulas(home));
    }

    /** Every version of the price has a formula, and all say the same. */
    private SortedMap<TariffId, FormulaTerm> formulas(Home home) {
        SortedMap<TariffId, FormulaTerm> formulas = new TreeMap<>();
        village.tariffs().tariffs().stream()
                .filter(tariff -> tariff.scope().feeItem().equals(Prices.BY_FORMULA))
                .forEach(tariff -> formulas.put(tariff.id(), Prices.formula(home.unit.area())));
        return formulas;
    }
}
