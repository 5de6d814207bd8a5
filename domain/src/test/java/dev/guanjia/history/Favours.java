package dev.guanjia.history;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.billing.latecharge.Deferral;
import dev.guanjia.billing.latecharge.DeferralConfirmed;
import dev.guanjia.billing.latecharge.DeferralId;
import dev.guanjia.billing.latecharge.DeferralRequest;
import dev.guanjia.billing.latecharge.LateCharge;
import dev.guanjia.billing.latecharge.LateCharged;
import dev.guanjia.billing.latecharge.LateRest;
import dev.guanjia.billing.latecharge.OpenHistory;
import dev.guanjia.billing.waiver.WaiverGrounds;
import dev.guanjia.billing.waiver.WaiverId;
import dev.guanjia.billing.waiver.WaiverPosted;
import dev.guanjia.billing.waiver.WaiverProposal;
import dev.guanjia.billing.writeoff.Recovery;
import dev.guanjia.billing.writeoff.WriteOff;
import dev.guanjia.billing.writeoff.WriteOffApproval;
import dev.guanjia.billing.writeoff.WriteOffGrounds;
import dev.guanjia.billing.writeoff.WriteOffId;
import dev.guanjia.billing.writeoff.WriteOffProposal;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Authority;
import dev.guanjia.organisation.AuthorityLimits;
import dev.guanjia.organisation.AuthorityRule;
import dev.guanjia.organisation.OrganisationTemplates;
import dev.guanjia.organisation.PostCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is given up, put off, made dearer or lost of charges that stand. */
final class Favours {

    private static final Authority AUTHORITY =
            new Authority(
                    OrganisationTemplates.load(PostCatalogue.load())
                            .find("SINGLE_COMMUNITY")
                            .orElseThrow(),
                    AuthorityRule.load(),
                    new AuthorityLimits(List.of()),
                    "v1");

    private final Story story;
    private final Till till;
    private final Runs runs;
    final Map<ChargeId, Money> waived = new TreeMap<>();
    final List<WriteOff> lost = new ArrayList<>();
    private final Map<ChargeId, List<Deferment>> deferred = new TreeMap<>();

    Favours(Story story, Till till, Runs runs) {
        this.story = story;
        this.till = till;
        this.runs = runs;
    }

    /** Something of a charge that stands, if there is one. */
    void charge(Move move) {
        List<Charge> live = runs.live();
        if (live.isEmpty()) {
            return;
        }
        Charge charge = live.get(move.which() % live.size());
        switch (move.act()) {
            case WAIVE -> waive(move, charge);
            case DEFER -> defer(move, charge);
            case LATE_CHARGE -> late(move, charge);
            case WRITE_OFF -> writeOff(move, charge);
            default -> throw new IllegalArgumentException(move.toString());
        }
    }

    private void waive(Move move, Charge charge) {
        WaiverProposal wanted =
                new WaiverProposal(
                        new WaiverId(story.name("wv")),
                        charge.id(),
                        charge.key(),
                        Money.fen(move.size() % 3_000),
                        new WaiverGrounds("no lift for a week", List.of("scan 1")),
                        Story.CLERK,
                        story.today());
        Money open = till.open(charge.id());
        Decision<WaiverPosted> posted =
                wanted.propose(open)
                        .fold(
                                waiver -> waiver.sign(AUTHORITY, Story.LEADER, open, story.today()),
                                Decision::refuse);
        story.decide(
                move.act(),
                charge.id() + " " + wanted.amount(),
                posted,
                event -> {
                    waived.merge(charge.id(), event.amount(), Money::plus);
                    till.change(charge.id(), event.amount().negated());
                    till.journal.add(
                            Journal.CHARGES.waiverPosted(till.journal.id(), event, story.today()));
                });
    }

    private void defer(Move move, Charge charge) {
        DeferralRequest wanted =
                new DeferralRequest(
                        new DeferralId(story.name("df")),
                        charge.id(),
                        charge.dueOn(),
                        "out of work",
                        Story.CLERK,
                        story.today());
        List<Deferment> earlier = deferred.getOrDefault(charge.id(), List.of());
        Deferment promise = new Deferment(story.today(), story.today().plusDays(move.size() % 60));
        Decision<Deferral> granted =
                wanted.state()
                        .fold(
                                asked ->
                                        asked.confirm(
                                                new DeferralConfirmed(
                                                        Story.LEADER, story.today(), "AP-3")),
                                Decision::<Deferral>refuse)
                        .fold(yes -> yes.defer(promise, earlier), Decision::refuse);
        story.decide(
                move.act(),
                charge.id() + " " + promise,
                granted,
                yes ->
                        deferred.computeIfAbsent(charge.id(), any -> new ArrayList<>())
                                .add(promise));
    }

    /** Late charges are never late themselves. */
    private void late(Move move, Charge charge) {
        if (charge.key().feeItem().equals(Prices.LATE)) {
            return;
        }
        OpenHistory history =
                new OpenHistory(
                        charge.id(),
                        charge.key().feeItem(),
                        charge.amount(),
                        charge.dueOn(),
                        till.changes.getOrDefault(charge.id(), List.of()),
                        deferred.getOrDefault(charge.id(), List.of()));
        List<LateCharged> charged =
                runs.live().stream()
                        .filter(other -> charge.id().value().equals(other.key().order()))
                        .map(Favours::charged)
                        .toList();
        LateCharge late = LateCharge.of(history, Prices.LATE_RULES, story.today());
        LateRest.of(late, charged)
                .fold(
                        rest ->
                                rest.charge(
                                        new ChargeId(story.name("ch")),
                                        Prices.LATE,
                                        charge,
                                        story.today().plusDays(9)),
                        reasons -> Optional.<Charge>empty())
                .ifPresent(
                        made -> {
                            story.did(move.act(), made.toString());
                            runs.bind(made);
                        });
    }

    private static LateCharged charged(Charge late) {
        Quantity days = late.trace().segments().get(0).quantity();
        return new LateCharged((Quantity.Late) days, late.amount());
    }

    private void writeOff(Move move, Charge charge) {
        WriteOffProposal wanted =
                new WriteOffProposal(
                        new WriteOffId(story.name("wf")),
                        charge.id(),
                        Money.fen(move.size() % 3_000),
                        new WriteOffGrounds("gone", List.of("court")),
                        Story.CLERK,
                        story.today());
        Money open = till.open(charge.id());
        WriteOffApproval yes =
                new WriteOffApproval(
                        move.day() % 9 == 0 ? Story.CLERK : Story.LEADER, story.today(), "AUT-20");
        Decision<WriteOff> posted =
                wanted.propose(open)
                        .fold(asked -> asked.approve(yes), Decision::<WriteOff>refuse)
                        .fold(agreed -> agreed.post(open, story.today()), Decision::refuse);
        story.decide(
                move.act(),
                charge.id() + " " + wanted.amount(),
                posted,
                event -> {
                    lost.add(event);
                    till.change(charge.id(), wanted.amount().negated());
                    till.journal.add(Journal.LOST.posted(till.journal.id(), event, charge.key()));
                });
    }

    /** What is recovered is owed again, until a payment settles it. */
    void recover(Move move) {
        if (lost.isEmpty()) {
            return;
        }
        int index = move.which() % lost.size();
        WriteOff before = lost.get(index);
        ChargeId charge = before.proposal().charge();
        if (runs.charges.get(charge).reversal() != null) {
            return;
        }
        Money amount = Money.fen(move.size() % 500);
        story.decide(
                move.act(),
                charge + " " + amount,
                before.recover(new Recovery("bank 7", amount, story.today())),
                after -> {
                    lost.set(index, after);
                    till.change(charge, amount);
                    till.journal.add(
                            Journal.LOST.recovered(
                                    till.journal.id(), after, till.charges.get(charge).key()));
                });
    }
}
