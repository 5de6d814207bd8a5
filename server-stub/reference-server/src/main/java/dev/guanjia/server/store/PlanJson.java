package dev.guanjia.server.store;

import dev.guanjia.duty.Evidence;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.plan.PlanItem;
import dev.guanjia.plan.PlanItemId;
import dev.guanjia.plan.PlanPart;
import dev.guanjia.plan.PlanPeriod;
import dev.guanjia.plan.PlanResult;
import dev.guanjia.plan.PlanTarget;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Items and results of plans as the table keeps them; what may be absent is a list of one. */
final class PlanJson {

    private PlanJson() {}

    private record Amount(long minor, String currency) {
        static Amount of(Money money) {
            return new Amount(money.minorUnits(), money.currency().getCurrencyCode());
        }

        Money money() {
            return new Money(Currency.getInstance(currency), minor);
        }
    }

    private record Part(String department, String period, Amount amount) {
        static Part of(PlanPart part) {
            return new Part(
                    part.department().value(), part.period().toString(), Amount.of(part.amount()));
        }

        PlanPart part() {
            return new PlanPart(
                    new DepartmentKey(department), PlanPeriod.parse(period), amount.money());
        }
    }

    private record Target(Amount amount, List<Part> parts) {
        static Target of(PlanTarget target) {
            return new Target(
                    Amount.of(target.amount()), target.parts().stream().map(Part::of).toList());
        }

        PlanTarget target() {
            return new PlanTarget(amount.money(), parts.stream().map(Part::part).toList());
        }
    }

    private record Item(
            String id,
            String text,
            String owner,
            LocalDate node,
            List<String> evidence,
            List<Target> target,
            List<String> under) {

        static Item of(PlanItem item) {
            return new Item(
                    item.id().value(),
                    item.text(),
                    item.owner().value(),
                    item.node(),
                    item.evidence(),
                    item.target().map(Target::of).stream().toList(),
                    item.under().map(PlanItemId::value).stream().toList());
        }

        PlanItem item() {
            return new PlanItem(
                    new PlanItemId(id),
                    text,
                    new PostKey(owner),
                    node,
                    evidence,
                    target.stream().map(Target::target).findFirst(),
                    under.stream().map(PlanItemId::new).findFirst());
        }
    }

    private record Result(
            String item,
            PlanResult.Outcome outcome,
            List<Amount> actual,
            List<Evidence> evidence,
            String note) {

        static Result of(PlanResult result) {
            return new Result(
                    result.item().value(),
                    result.outcome(),
                    result.actual().map(Amount::of).stream().toList(),
                    result.evidence(),
                    result.note());
        }

        PlanResult result() {
            return new PlanResult(
                    new PlanItemId(item),
                    outcome,
                    actual.stream().map(Amount::money).findFirst(),
                    evidence,
                    note);
        }
    }

    static String items(JsonMapper mapper, List<PlanItem> items) {
        return mapper.writeValueAsString(items.stream().map(Item::of).toList());
    }

    static List<PlanItem> items(JsonMapper mapper, String json) {
        return List.of(mapper.readValue(json, Item[].class)).stream().map(Item::item).toList();
    }

    static String results(JsonMapper mapper, List<PlanResult> results) {
        return mapper.writeValueAsString(results.stream().map(Result::of).toList());
    }

    static List<PlanResult> results(JsonMapper mapper, String json) {
        return List.of(mapper.readValue(json, Result[].class)).stream()
                .map(Result::result)
                .toList();
    }
}
