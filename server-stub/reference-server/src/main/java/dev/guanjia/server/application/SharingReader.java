package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.settlement.AllocationOrder;
import dev.guanjia.billing.settlement.OwnersChoice;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.server.application.Sharing.Choice;
import dev.guanjia.server.application.Sharing.Order;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.PayerStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how a payment is to be shared out; what does not fit is noted with its field. */
@Component
class SharingReader {

    private static final String ITEMS = "/allocation/fee_items";
    private static final String CHOICES = "/allocation/choices";

    private final PayerStore payers;
    private final CompanyFeeItems company;

    SharingReader(PayerStore payers, CompanyFeeItems company) {
        this.payers = payers;
        this.company = company;
    }

    /** The names of the orders. */
    private enum Name {
        OLDEST_FIRST,
        BY_FEE_ITEM,
        OWNERS_CHOICE
    }

    /**
     * What fits.
     *
     * @param payer whose charges; null for all of the unit
     * @param name of the order
     * @param order which charges come first
     * @param prepaidItem the only fee item that what is left may settle; null for any
     */
    record Read(
            @Nullable Payer payer,
            String name,
            AllocationOrder order,
            @Nullable FeeItemId prepaidItem) {}

    /** Notes what does not fit; the answer is of use only if nothing was noted. */
    Read read(Given given, String tenant, Sharing sharing) {
        Order order =
                sharing.order() == null
                        ? new Order(Name.OLDEST_FIRST.name(), null, null)
                        : sharing.order();
        Name name =
                given.known("/allocation/order", order.order(), Name.class)
                        .orElse(Name.OLDEST_FIRST);
        requireOwn(given, ITEMS, order.items(), name == Name.BY_FEE_ITEM);
        requireOwn(given, CHOICES, order.choices(), name == Name.OWNERS_CHOICE);
        List<FeeItem> items = company.of(tenant).items();
        return new Read(
                payer(given, tenant, sharing.payer()).orElse(null),
                name.name(),
                switch (name) {
                    case OLDEST_FIRST -> AllocationOrder.oldestFirst();
                    case BY_FEE_ITEM -> byItem(given, order.items(), items);
                    case OWNERS_CHOICE -> choice(given, order.choices());
                },
                Optional.ofNullable(sharing.prepaidItem())
                        .flatMap(item -> given.feeItem("/prepaid_fee_item", item, items))
                        .orElse(null));
    }

    /** A list stands where its order asks for it, and nowhere else. */
    private static void requireOwn(
            Given given, String pointer, @Nullable List<?> list, boolean wanted) {
        if (wanted && list == null) {
            given.faults().add(pointer, FieldCode.MISSING, Map.of());
        }
        if (!wanted && list != null) {
            given.faults().add(pointer, FieldCode.UNKNOWN_FIELD, Map.of());
        }
    }

    private Optional<Payer> payer(Given given, String tenant, Sharing.@Nullable Who who) {
        if (who == null) {
            return Optional.empty();
        }
        Optional<Payer.Kind> kind = given.known("/payer/kind", who.kind(), Payer.Kind.class);
        Optional<Payer> payer =
                kind.map(known -> new Payer(known, who.id()))
                        .filter(one -> payers.isKnown(tenant, one));
        return kind.isEmpty() || payer.isPresent() ? payer : given.unknown("/payer/id", who.id());
    }

    private static AllocationOrder byItem(
            Given given, @Nullable List<String> names, List<FeeItem> items) {
        LinkedHashSet<FeeItemId> order = new LinkedHashSet<>();
        List<String> all = names == null ? List.of() : names;
        for (int i = 0; i < all.size(); i++) {
            String at = ITEMS + "/" + i;
            given.feeItem(at, all.get(i), items)
                    .filter(item -> !order.add(item))
                    .ifPresent(
                            twice -> given.wrong(at, FieldCode.WRONG_FORMAT, "expected", "once"));
        }
        return new AllocationOrder.ByFeeItem(new ArrayList<>(order));
    }

    private static AllocationOrder choice(Given given, @Nullable List<Choice> choices) {
        SortedMap<ChargeId, Money> wanted = new TreeMap<>();
        List<Choice> all = choices == null ? List.of() : choices;
        for (int i = 0; i < all.size(); i++) {
            String at = CHOICES + "/" + i;
            Choice one = all.get(i);
            Amount amount = one.amount();
            BookMoney.given(given, at + "/amount", amount.amount(), amount.currency())
                    .map(money -> wanted.put(new ChargeId(one.chargeId()), money))
                    .ifPresent(
                            twice ->
                                    given.wrong(
                                            at + "/charge_id",
                                            FieldCode.WRONG_FORMAT,
                                            "expected",
                                            "each charge once"));
        }
        return new OwnersChoice(wanted);
    }
}
