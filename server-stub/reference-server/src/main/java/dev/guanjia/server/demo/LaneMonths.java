package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Pages;
import dev.guanjia.client.model.BillRunCreate;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.MeterReadingBatchCreate;
import dev.guanjia.client.model.MeterReadingCreate;
import dev.guanjia.client.model.MeterRegister;
import dev.guanjia.client.model.RegisterChangeCreate;
import dev.guanjia.client.model.UnitFactsCreate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** What happens in the lane before it is billed: a register is replaced and a flat is sold. */
final class LaneMonths {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final LocalDate SOLD = LocalDate.of(2026, 4, 16);

    private final Console console;
    private final Office office;
    private final LoadedCommunity lane;
    private final Map<String, String> figures;

    LaneMonths(Console console, Office office, LoadedCommunity lane, Map<String, String> figures) {
        this.console = console;
        this.office = office;
        this.lane = lane;
        this.figures = figures;
    }

    /** The old register ends at 112 of 100; the new one starts at 0 and shows 8. */
    private void readReplacedRegister() {
        Guanjia worker = office.as("MAINTENANCE_WORKER");
        String meter = lane.units().get(0).getMeters().get(0).getId();
        RegisterChangeCreate change =
                new RegisterChangeCreate()
                        .changedOn(LocalDate.of(2026, 4, 10))
                        .lastValue(new BigDecimal("112.000"))
                        .next(new MeterRegister().serialNo("L00002").firstValue(BigDecimal.ZERO));
        worker.meters().changeRegister(meter, key("lane", "register"), change);
        MeterReadingCreate reading =
                new MeterReadingCreate()
                        .meterId(meter)
                        .readOn(LocalDate.of(2026, 4, 20))
                        .value(new BigDecimal("8.000"))
                        .source("READ");
        MeterReadingBatchCreate batch = new MeterReadingBatchCreate().readings(List.of(reading));
        worker.registry().createMeterReadings(key("lane", "readings"), batch);
    }

    /** The second flat is sold in the middle of April. */
    private void sell(String buyer) {
        UnitFactsCreate sale = new UnitFactsCreate().from(SOLD).ownerId(buyer);
        String flat = lane.units().get(1).getId();
        office.as("CS_ASSISTANT").occupancy().recordUnitFacts(flat, key("lane", "sale"), sale);
    }

    /** Bills a month that is due on its last day. */
    List<Charge> bill(YearMonth month) {
        BillRunCreate order =
                new BillRunCreate()
                        .communityId(lane.id())
                        .period(month.toString())
                        .dueOn(month.atEndOfMonth());
        String run = new BillRunStep(office, done -> {}).run(order, month.atDay(23)).getId();
        Guanjia steward = office.as("STEWARD");
        return Pages.iterate(cursor -> steward.billing().listCharges(null, run, null, 200, cursor))
                .stream()
                .toList();
    }

    /** Bills April, and tells what was read and who owes the sold flat. */
    void april(String buyer) {
        readReplacedRegister();
        sell(buyer);
        List<Charge> charges = bill(APRIL);
        String water = amount(charges, 0, "SECONDARY_WATER", "");
        console.say("lane.register", water);
        figures.put("lane.water", water);
        String seller = String.valueOf(lane.units().get(1).getOwnerId());
        String sold = amount(charges, 1, "PROPERTY_SERVICE", seller);
        String bought = amount(charges, 1, "PROPERTY_SERVICE", buyer);
        console.say("lane.sold", SOLD, sold, bought);
        figures.put("lane.sold.seller", sold);
        figures.put("lane.sold.buyer", bought);
    }

    private String amount(List<Charge> charges, int flat, String feeItem, String payer) {
        return charge(charges, flat, feeItem, payer).getAmount().getAmount().toPlainString();
    }

    /** The charge of a flat for a fee, to anybody where no payer is named. */
    Charge charge(List<Charge> charges, int flat, String feeItem, String payer) {
        String unit = lane.units().get(flat).getId();
        return charges.stream()
                .filter(charge -> charge.getUnitId().equals(unit))
                .filter(charge -> charge.getFeeItem().equals(feeItem))
                .filter(charge -> payer.isEmpty() || charge.getPayer().getId().equals(payer))
                .findFirst()
                .orElseThrow();
    }
}
