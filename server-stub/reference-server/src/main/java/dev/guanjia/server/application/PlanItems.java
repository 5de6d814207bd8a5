package dev.guanjia.server.application;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.plan.PlanItem;
import dev.guanjia.plan.PlanItemId;
import dev.guanjia.plan.PlanPart;
import dev.guanjia.plan.PlanPeriod;
import dev.guanjia.plan.PlanTarget;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the items of a plan as a caller gave them. */
public final class PlanItems {

    /** All the amounts of a plan add up to something that the domain can count. */
    private static final long MOST_MINOR = 1_000_000_000_000_000L;

    private final List<Draft> drafts;

    PlanItems(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /**
     * An amount.
     *
     * @param amount as text
     * @param currency its code
     */
    public record Amount(String amount, String currency) {

        Optional<Money> read(Given given, String pointer) {
            Optional<Money> money = given.money(pointer, amount, currency);
            if (money.isPresent() && money.get().minorUnits() > MOST_MINOR) {
                Money most = new Money(money.get().currency(), MOST_MINOR);
                String expected = "0 to " + most.amountText();
                return given.wrong(
                        pointer + "/amount", FieldCode.OUT_OF_RANGE, "expected", expected);
            }
            return money;
        }

        /** An amount that was read before. */
        Money money() {
            return read(new Given(), "").orElseThrow();
        }
    }

    /**
     * A part of an amount.
     *
     * @param department who takes it over
     * @param period when
     * @param amount how much
     */
    public record Part(String department, String period, Amount amount) {}

    /**
     * What an item is to reach.
     *
     * @param amount how much; null for none
     * @param parts how it is shared out
     */
    public record Target(@Nullable Amount amount, List<Part> parts) {}

    /**
     * An item.
     *
     * @param text what is to be done
     * @param owner the post that answers for it
     * @param node the last day in time
     * @param evidence the records that prove it
     * @param target what it is to reach
     * @param under the item that it carries out; null for none
     */
    public record Draft(
            String text,
            String owner,
            LocalDate node,
            List<String> evidence,
            Target target,
            @Nullable String under) {}

    /** Notes what does not fit. */
    void check(Given given) {
        for (int i = 0; i < drafts.size(); i++) {
            check(given, "/items/" + i, drafts.get(i));
        }
    }

    private static void check(Given given, String pointer, Draft draft) {
        given.text(pointer + "/text", draft.text());
        given.day(pointer + "/node_on", draft.node());
        for (int i = 0; i < draft.evidence().size(); i++) {
            given.text(pointer + "/evidence/" + i, draft.evidence().get(i));
        }
        Amount amount = draft.target().amount();
        List<Part> parts = draft.target().parts();
        if (amount != null) {
            amount.read(given, pointer + "/target");
        } else if (!parts.isEmpty()) {
            given.faults().add(pointer + "/target", FieldCode.MISSING, Map.of());
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).amount().read(given, pointer + "/parts/" + i + "/amount");
        }
    }

    /** The items, with new ids; only after {@link #check}. */
    List<PlanItem> read() {
        return drafts.stream()
                .map(
                        draft ->
                                new PlanItem(
                                        new PlanItemId(Ids.next("pi")),
                                        draft.text(),
                                        new PostKey(draft.owner()),
                                        draft.node(),
                                        draft.evidence(),
                                        target(draft.target()),
                                        Optional.ofNullable(draft.under()).map(PlanItemId::new)))
                .toList();
    }

    private static Optional<PlanTarget> target(Target target) {
        List<PlanPart> parts = target.parts().stream().map(PlanItems::part).toList();
        return Optional.ofNullable(target.amount())
                .map(Amount::money)
                .map(amount -> Refused.unlessAccepted(PlanTarget.shared(amount, parts)));
    }

    private static PlanPart part(Part part) {
        return new PlanPart(
                new DepartmentKey(part.department()),
                PlanPeriod.parse(part.period()),
                part.amount().money());
    }
}
