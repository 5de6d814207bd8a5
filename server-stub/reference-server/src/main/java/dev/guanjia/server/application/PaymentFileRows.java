package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.settlement.AllocationOrder;
import dev.guanjia.billing.settlement.OwnersChoice;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.application.CsvTable.Line;
import dev.guanjia.server.application.PaymentTaking.Wanted;
import dev.guanjia.server.application.SharingReader.Read;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.PayerStore;
import dev.guanjia.server.store.UnitStore;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the rows of a file of payments; what does not fit is noted with its row and column. */
@Component
class PaymentFileRows {

    private static final Pattern ID = Pattern.compile("[a-z]{2}_[0-9A-Za-z]{8,32}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final UnitStore units;
    private final PayerStore payers;
    private final ChargeStore charges;
    private final BusinessTime times;

    PaymentFileRows(UnitStore units, PayerStore payers, ChargeStore charges, BusinessTime times) {
        this.units = units;
        this.payers = payers;
        this.charges = charges;
        this.times = times;
    }

    /** Where the money of a row goes. */
    private record Goal(String unit, @Nullable ChargeRow charge) {}

    /** A row as money to be taken. */
    Optional<Wanted> read(Given given, String tenant, Line line) {
        Optional<Goal> goal = goal(given, tenant, line);
        Optional<Money> amount =
                BookMoney.given(
                        given,
                        line.at(),
                        line.cell("amount"),
                        line.optional("currency") == null
                                ? BookMoney.CURRENCY.getCurrencyCode()
                                : line.cell("currency"));
        Optional<PaymentMethod> method =
                given.known(line.at("method"), line.cell("method"), PaymentMethod.class);
        Optional<LocalDate> paidOn = day(given, line);
        if (goal.isEmpty() || amount.isEmpty() || method.isEmpty() || paidOn.isEmpty()) {
            return Optional.empty();
        }
        Payment payment =
                new Payment(
                        PaymentTaking.nextId(),
                        new UnitId(goal.get().unit()),
                        amount.get(),
                        method.get(),
                        paidOn.get());
        return Optional.of(new Wanted(payment, List.of(), share(goal.get(), amount.get())));
    }

    private static Read share(Goal goal, Money amount) {
        ChargeRow charge = goal.charge();
        if (charge == null) {
            return new Read(null, "OLDEST_FIRST", AllocationOrder.oldestFirst(), null);
        }
        Map<ChargeId, Money> chosen = Map.of(charge.id(), amount);
        OwnersChoice choice = new OwnersChoice(new TreeMap<>(chosen));
        return new Read(charge.payer(), "OWNERS_CHOICE", choice, null);
    }

    private Optional<LocalDate> day(Given given, Line line) {
        String text = line.cell("paid_on");
        try {
            if (DAY.matcher(text).matches()) {
                return given.pastDay(line.at("paid_on"), LocalDate.parse(text), times);
            }
        } catch (DateTimeParseException other) {
            // no such day: it is told below
        }
        return given.wrong(line.at("paid_on"), FieldCode.WRONG_FORMAT, "expected", "2024-05-20");
    }

    private Optional<Goal> goal(Given given, String tenant, Line line) {
        String charge = line.optional("charge_id");
        boolean code = line.optional("building") != null || line.optional("unit") != null;
        String unit = line.optional("unit_id");
        int ways = (charge == null ? 0 : 1) + (code ? 1 : 0) + (unit == null ? 0 : 1);
        if (ways != 1) {
            return given.wrong(
                    line.at("unit_id"),
                    FieldCode.WRONG_FORMAT,
                    "expected",
                    "one of unit_id, building with unit, charge_id");
        }
        if (charge != null) {
            return charge(given, tenant, line, charge);
        }
        return unit == null ? code(given, tenant, line) : unit(given, tenant, line, unit);
    }

    private Optional<Goal> charge(Given given, String tenant, Line line, String id) {
        Optional<ChargeRow> row =
                ID.matcher(id).matches() ? charges.find(tenant, id) : Optional.empty();
        return row.isEmpty()
                ? given.unknown(line.at("charge_id"), id)
                : row.map(found -> new Goal(found.key().unit().value(), found));
    }

    private Optional<Goal> unit(Given given, String tenant, Line line, String id) {
        return units.find(tenant, id).isEmpty()
                ? given.unknown(line.at("unit_id"), id)
                : Optional.of(new Goal(id, null));
    }

    private Optional<Goal> code(Given given, String tenant, Line line) {
        for (String column : List.of("community_id", "building", "unit")) {
            if (line.optional(column) == null) {
                given.faults().add(line.at(column), FieldCode.MISSING, Map.of());
                return Optional.empty();
            }
        }
        Optional<String> id =
                payers.unit(
                        tenant,
                        line.cell("community_id"),
                        line.cell("building"),
                        line.cell("unit"));
        return id.isEmpty()
                ? given.unknown(line.at("unit"), line.cell("unit"))
                : id.map(found -> new Goal(found, null));
    }
}
