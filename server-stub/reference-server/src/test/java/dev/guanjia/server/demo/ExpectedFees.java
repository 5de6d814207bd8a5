package dev.guanjia.server.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the fees after the month must come to, by plain arithmetic: no class of ours is used here.
 * The lane's figures are worked out on paper beside each line; what is in arrears of the big
 * community is computed from the seed.
 */
final class ExpectedFees {

    private static final BigDecimal WAIVED = new BigDecimal("150.00");
    private static final BigDecimal ZERO = new BigDecimal("0.00");

    private final TreeMap<String, String> figures = new TreeMap<>();
    private final BigDecimal[] feesOwed = {ZERO, ZERO};
    private BigDecimal owed = ZERO;
    private BigDecimal due = WAIVED.negate();
    private int debtors;

    static Map<String, String> compute() {
        ExpectedFees expected = new ExpectedFees();
        for (int unit = 0; unit < 1200; unit++) {
            expected.unit(unit);
        }
        expected.lane();
        expected.deposit();
        expected.dunning();
        expected.plan();
        expected.arrears();
        return expected.figures;
    }

    /** What a unit owes on 1 April; payments went to the management fee first. */
    private void unit(int unit) {
        BigDecimal property = ExpectedFigures.propertyFee(unit);
        BigDecimal water = ExpectedFigures.waterFee(unit);
        BigDecimal charged = water == null ? property : property.add(water);
        due = due.add(charged);
        BigDecimal open = charged;
        BigDecimal feeOpen = property;
        int habit = unit == 500 ? 999 : ExpectedFigures.draw("payer", unit, 1000);
        if (unit != 777 && habit >= 44) {
            return;
        }
        if (unit != 777 && habit >= 34) {
            BigDecimal half = charged.divide(BigDecimal.valueOf(2), 2, RoundingMode.FLOOR);
            open = charged.subtract(half);
            feeOpen = property.subtract(half).max(ZERO);
        }
        debtors++;
        owed = owed.add(open);
        int team = unit < 600 ? 0 : 1;
        feesOwed[team] = feesOwed[team].add(feeOpen);
    }

    private void lane() {
        figures.put("lane.water", "60.00"); // (112 - 100 + 8 - 0) m³ × 3.00
        figures.put("lane.sold.seller", "100.00"); // 1 to 15 April: 15/30 of 100 m² × 2.00
        figures.put("lane.sold.buyer", "100.00"); // 16 to 30 April: 15/30 of 200.00
        figures.put("lane.paid.prepaid", "240.00"); // 500.00 - 200.00 - 60.00
        figures.put("lane.paid.cash.settled", "1"); // the buyer's part of April
        figures.put("lane.paid.bank.flats", "2");
        figures.put("lane.receipt", "00001157"); // after 1,155 of March and the late one
        figures.put("lane.receipt.words", "伍佰元整");
        figures.put("lane.prepaid.left", "40.00"); // 240.00 - 200.00 of May
        figures.put("lane.deferred-until", "2026-06-30");
        figures.put("lane.late-charge", "1.50"); // 100.00 × 30 days × 5/10000
    }

    private void deposit() {
        figures.put("lane.deposit.held", "2000.00");
        figures.put("lane.deposit.after", "REFUNDED 0.00");
    }

    private void dunning() {
        figures.put("dunning.opened", String.valueOf(debtors));
        figures.put("dunning.lane.opened", "1"); // the seller; May is not due yet
        figures.put("dunning.lane.first", "NOTICE DUE 30 100.00"); // 30 April to 30 May
        figures.put("dunning.lane.then", "CALL DUE 30 100.00"); // due from the 15th day
    }

    /** Nine tenths, up to the next fen; the teams by what each is owed, to the last fen. */
    private void plan() {
        BigDecimal fees = feesOwed[0].add(feesOwed[1]);
        BigDecimal target = fees.multiply(new BigDecimal("0.90")).setScale(2, RoundingMode.CEILING);
        // of two shares the larger remainder takes the fen, which is rounding the first one
        BigDecimal first = target.multiply(feesOwed[0]).divide(fees, 2, RoundingMode.HALF_UP);
        BigDecimal late = ExpectedFigures.propertyFee(777);
        group("company", target, late);
        group("project", target, late);
        group("team1", first, ZERO);
        group("team2", target.subtract(first), late); // unit 777 is in building 7
    }

    private void group(String name, BigDecimal target, BigDecimal collected) {
        figures.put("collection." + name + ".target", target.toPlainString());
        figures.put("collection." + name + ".collected", collected.toPlainString());
    }

    private void arrears() {
        figures.put("ageing.DAYS_0_30", owed.toPlainString());
        figures.put("ageing.deferred", "0.00");
        figures.put("ageing.lane.NOT_DUE", "200.00"); // flat 103, deferred
        figures.put("ageing.lane.DAYS_0_30", "400.00"); // flats 102 and 104 of May
        figures.put("ageing.lane.DAYS_31_60", "100.00"); // the seller of flat 102, of April
        figures.put("ageing.lane.deferred", "200.00");
        BigDecimal collected = due.subtract(owed);
        figures.put("collection-rate.due", due.toPlainString());
        figures.put("collection-rate.collected", collected.toPlainString());
        // 95.527 percent, never told as more than was reached
        BigDecimal percent = collected.movePointRight(2).divide(due, 2, RoundingMode.FLOOR);
        figures.put("collection-rate", percent.toPlainString());
        // without the late payment of 270.31; the tap of 125.50; 700.00 of the lane
        BigDecimal late = ExpectedFigures.propertyFee(777).add(ExpectedFigures.waterFee(777));
        BigDecimal more = new BigDecimal("125.50").add(new BigDecimal("700.00"));
        control("1122", owed.subtract(late).add(more).toPlainString());
        control("2203", "-1471.40"); // credit: 1,431.40 of March and 40.00 of the lane
        control("224101", "0.00");
    }

    private void control(String account, String balance) {
        figures.put("control." + account, balance);
        figures.put("control." + account + ".agrees", "true");
    }
}
