package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ServicePriceStore;
import dev.guanjia.server.store.ServicePriceStore.Filter;
import dev.guanjia.server.store.ServicePriceStore.PriceEntry;
import dev.guanjia.workorder.paid.PriceItem;
import dev.guanjia.workorder.paid.PriceList;
import dev.guanjia.workorder.paid.PriceRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What paid services cost. */
@Service
public class ServicePriceDesk {

    /** More than any hour or pipe costs: beyond it, a slip of the pen; sums stay exact. */
    private static final Money LARGEST = Money.parse("1000000.00", BookMoney.CURRENCY);

    private final Clerk clerk;
    private final ServicePriceStore prices;

    ServicePriceDesk(Clerk clerk, ServicePriceStore prices) {
        this.clerk = clerk;
        this.prices = prices;
    }

    /**
     * What is priced.
     *
     * @param id the company's own key
     * @param label what it is called
     * @param kind labour or material
     * @param unit what one of it is
     */
    public record ItemDraft(String id, GivenLabel label, String kind, GivenLabel unit) {}

    /**
     * A price as it was given.
     *
     * @param item of what
     * @param price of one unit
     * @param free whether it costs nothing on purpose
     * @param from the first day
     * @param last the last day; null for none
     */
    public record Draft(
            ItemDraft item, Amount price, boolean free, LocalDate from, @Nullable LocalDate last) {}

    /**
     * Sets a price; one that had no last day ends before it.
     *
     * @param caller who asks
     * @param draft the price
     * @return the price
     */
    public PriceEntry create(Caller caller, Draft draft) {
        clerk.admit(caller, "set-service-price", draft.item().id());
        PriceRow row = read(draft);
        prices.lock(caller.tenant());
        List<PriceEntry> before = prices.all(caller.tenant());
        PriceList after = Refused.unlessAccepted(list(before).revise(row), PaidFields.PRICE);
        before.forEach(entry -> end(caller.tenant(), entry, after));
        PriceEntry entry = new PriceEntry(Ids.next("sp"), row);
        prices.add(caller.tenant(), entry);
        clerk.done(
                caller,
                "set-service-price",
                entry.id(),
                Map.of("item", row.item().id(), "price", row.price().toString()));
        return entry;
    }

    private void end(String tenant, PriceEntry entry, PriceList after) {
        after.price(entry.row().item().id(), entry.row().from())
                .map(PriceRow::last)
                .filter(last -> !last.equals(entry.row().last()))
                .ifPresent(last -> prices.end(tenant, entry.id(), last));
    }

    private static PriceRow read(Draft draft) {
        Given given = new Given();
        ItemDraft item = draft.item();
        Optional<PriceItem.Kind> kind = given.known("/kind", item.kind(), PriceItem.Kind.class);
        Optional<Label> label = item.label().read(given, "/label");
        Optional<Label> unit = item.unit().read(given, "/unit");
        Optional<Money> price = price(given, draft);
        Optional<LocalDate> from = given.day("/from", draft.from());
        LocalDate last = draft.last();
        if (last != null && given.day("/to", last).isPresent() && last.isBefore(draft.from())) {
            given.wrong("/to", FieldCode.OUT_OF_RANGE, "expected", "not before from");
        }
        given.end();
        return new PriceRow(
                new PriceItem(
                        item.id(), label.orElseThrow(), kind.orElseThrow(), unit.orElseThrow()),
                price.orElseThrow(),
                draft.free(),
                from.orElseThrow(),
                last);
    }

    /** Nothing is free by a slip. */
    private static Optional<Money> price(Given given, Draft draft) {
        Amount asked = draft.price();
        Optional<Money> price = BookMoney.given(given, "/price", asked.amount(), asked.currency());
        boolean wrong =
                price.filter(
                                some ->
                                        some.isZero() != draft.free()
                                                || some.minorUnits() > LARGEST.minorUnits())
                        .isPresent();
        String expected = draft.free() ? "0" : "above 0, at most " + LARGEST.amountText();
        return wrong
                ? given.wrong("/price/amount", FieldCode.OUT_OF_RANGE, "expected", expected)
                : price;
    }

    /** What quotes are priced by. */
    PriceList priceList(String tenant) {
        return list(prices.all(tenant));
    }

    private static PriceList list(List<PriceEntry> entries) {
        return new PriceList(BookMoney.CURRENCY, entries.stream().map(PriceEntry::row).toList());
    }

    /**
     * Lists prices by item and first day.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<PriceEntry> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        if (filter.on() != null) {
            given.day("on", filter.on());
        }
        given.end();
        return prices.list(caller.tenant(), filter, request);
    }
}
