package dev.guanjia.server.application;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeIncome;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.FeeRefusal;
import dev.guanjia.catalogue.Label;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.FeeItemStore;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Fee items of a company's own. */
@Service
public class FeeItemDesk {

    /** What a row can say; paid work needs its order. */
    private static final Set<ChargeBasis> BASES =
            EnumSet.of(
                    ChargeBasis.AREA,
                    ChargeBasis.UNIT,
                    ChargeBasis.FIXED,
                    ChargeBasis.METER,
                    ChargeBasis.SHARE,
                    ChargeBasis.FORMULA);

    private final Clerk clerk;
    private final CompanyFeeItems company;
    private final FeeItemStore items;

    FeeItemDesk(Clerk clerk, CompanyFeeItems company, FeeItemStore items) {
        this.clerk = clerk;
        this.company = company;
        this.items = items;
    }

    /**
     * A fee item as it was given.
     *
     * @param id the company's own key
     * @param label what it is called
     * @param basis what it is charged per
     * @param meters which meters it bills; null unless it is metered
     * @param income whose income it is; null for the company's own
     * @param managementFee whether it counts in the collection rate
     * @param from the first day it may be charged for
     * @param source where it comes from
     */
    public record Draft(
            String id,
            GivenLabel label,
            String basis,
            @Nullable String meters,
            @Nullable String income,
            boolean managementFee,
            LocalDate from,
            String source) {}

    /**
     * Adds a fee item behind all others.
     *
     * @param caller who asks
     * @param draft the item
     * @return the item
     */
    public FeeItem create(Caller caller, Draft draft) {
        clerk.admit(caller, "create-fee-item", draft.id());
        items.lock(caller.tenant());
        FeeItemCatalogue before = company.of(caller.tenant());
        FeeItem item = read(draft, before.nextOrder());
        Refused.unlessAccepted(before.add(item), Map.of(FeeRefusal.FEE_ITEM_TAKEN, "/id"));
        items.add(caller.tenant(), item);
        clerk.done(caller, "create-fee-item", draft.id(), Map.of("basis", draft.basis()));
        return item;
    }

    private static FeeItem read(Draft draft, int order) {
        Given given = new Given();
        Optional<Label> label = draft.label().read(given, "/label");
        Optional<ChargeBasis> basis = given.known("/basis", draft.basis(), ChargeBasis.class);
        if (basis.filter(known -> !BASES.contains(known)).isPresent()) {
            given.unknown("/basis", draft.basis());
        }
        Optional<MeterKind> meters = meters(given, basis, draft.meters());
        Optional<FeeIncome> income =
                draft.income() == null
                        ? Optional.of(FeeIncome.OWN)
                        : given.known("/income", draft.income(), FeeIncome.class);
        Optional<LocalDate> from = given.day("/from", draft.from());
        Optional<String> source = given.text("/source", draft.source());
        given.end();
        return new FeeItem(
                new FeeItemId(draft.id()),
                label.orElseThrow(),
                basis.orElseThrow(),
                meters.orElse(null),
                income.orElseThrow(),
                draft.managementFee(),
                order,
                from.orElseThrow(),
                source.orElseThrow());
    }

    private static Optional<MeterKind> meters(
            Given given, Optional<ChargeBasis> basis, @Nullable String asked) {
        boolean metered = basis.filter(known -> known == ChargeBasis.METER).isPresent();
        if (basis.isPresent() && metered != (asked != null)) {
            String expected = metered ? "the kind of the meters" : "only for the basis METER";
            return given.wrong("/meters", FieldCode.WRONG_FORMAT, "expected", expected);
        }
        return asked == null ? Optional.empty() : given.known("/meters", asked, MeterKind.class);
    }
}
