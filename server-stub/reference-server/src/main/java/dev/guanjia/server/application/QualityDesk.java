package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.receipt.SameDayTakings;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.quality.Measures;
import dev.guanjia.quality.Objective;
import dev.guanjia.quality.ObjectiveCatalogue;
import dev.guanjia.quality.ObjectiveResult;
import dev.guanjia.reaction.CollectionFacts;
import dev.guanjia.reaction.ComplaintFact;
import dev.guanjia.reaction.MeasureReaction;
import dev.guanjia.reaction.SurveyReturn;
import dev.guanjia.reaction.TakingFact;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.QualityFactStore;
import dev.guanjia.server.store.SurveyStore;
import dev.guanjia.server.store.TakingFactStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Judges a month by the objectives in force in it. */
@Service
public class QualityDesk {

    private final ObjectiveCatalogue objectives = ObjectiveCatalogue.load();
    private final CompanyFeeItems feeItems;
    private final QualityFactStore facts;
    private final SurveyStore surveys;
    private final ComplaintLedger ledger;
    private final FailureRates rates;
    private final TakingFactStore takings;
    private final Clock clock;
    private final Snapshot snapshot;

    QualityDesk(
            CompanyFeeItems feeItems,
            QualityFactStore facts,
            SurveyStore surveys,
            ComplaintLedger ledger,
            FailureRates rates,
            TakingFactStore takings,
            Clock clock,
            Snapshot snapshot) {
        this.feeItems = feeItems;
        this.facts = facts;
        this.surveys = surveys;
        this.ledger = ledger;
        this.rates = rates;
        this.takings = takings;
        this.clock = clock;
        this.snapshot = snapshot;
    }

    /**
     * A month as it was judged.
     *
     * @param measures what was counted, with the rows behind
     * @param results one per objective in force
     */
    public record Judged(Measures measures, List<ObjectiveResult> results) {}

    /**
     * The objectives in force today.
     *
     * @return by id
     */
    public List<Objective> objectives() {
        return objectives.on(LocalDate.now(clock));
    }

    /**
     * Judges a month.
     *
     * @param caller who asks
     * @param month which
     * @param asOf when open complaints are judged
     * @return the measures and results
     */
    public Judged judge(Caller caller, YearMonth month, Instant asOf) {
        return snapshot.read(
                () -> {
                    Measures measures = measures(caller.tenant(), month, asOf);
                    List<ObjectiveResult> results =
                            objectives.on(month.atDay(1)).stream()
                                    .map(
                                            objective ->
                                                    objective.evaluate(
                                                            DateRange.of(month), measures))
                                    .toList();
                    return new Judged(measures, results);
                });
    }

    /**
     * The objective of a month.
     *
     * @param id such as {@code QF-H-11}
     * @param month which
     * @return the row in force
     * @throws Fault 404 if there is none
     */
    public Objective objective(String id, YearMonth month) {
        return objectives.on(month.atDay(1)).stream()
                .filter(objective -> objective.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Fault.notFound(id));
    }

    private Measures measures(String tenant, YearMonth month, Instant asOf) {
        CollectionFacts collection =
                new CollectionFacts(
                        facts.charges(tenant, month, managementFees(tenant, month)),
                        facts.allocations(tenant, month),
                        facts.waivers(tenant, month));
        return MeasureReaction.collection(month, collection)
                .and(MeasureReaction.complaints(month, complaints(tenant, month, asOf)))
                .and(MeasureReaction.surveys(month, returned(tenant, month)))
                .and(MeasureReaction.lifts(rates.lifts(tenant, month, asOf)))
                .and(MeasureReaction.takings(month, takings(tenant, month)));
    }

    private List<TakingFact> takings(String tenant, YearMonth month) {
        Map<String, Money> parts = takings.parts(tenant, month, SameDayTakings.standard());
        return takings.days(tenant, month).stream()
                .flatMap(day -> TakingFact.of(day, parts).stream())
                .toList();
    }

    private List<ComplaintFact> complaints(String tenant, YearMonth month, Instant asOf) {
        return ledger.rows(tenant, month, null, asOf).stream().map(ComplaintFact::of).toList();
    }

    private Set<FeeItemId> managementFees(String tenant, YearMonth month) {
        return feeItems.of(tenant).on(month.atDay(1)).stream()
                .filter(FeeItem::managementFee)
                .map(FeeItem::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<SurveyReturn> returned(String tenant, YearMonth month) {
        return surveys.of(tenant, month).stream()
                .map(
                        row ->
                                new SurveyReturn(
                                        row.survey(),
                                        surveys.forms(tenant, row.survey().id().value())))
                .toList();
    }
}
