package dev.guanjia.server.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes what the demonstration must arrive at, from the same seed, by plain arithmetic: no class
 * of ours is used here, so that an error of theirs cannot repeat itself. The result is committed as
 * {@code demo-expected.csv}; run {@code main} with the file's path to write it anew.
 */
final class ExpectedFigures {

    private static final long SEED = 20260301L;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal WAIVED = new BigDecimal("150.00");

    private final TreeMap<String, BigDecimal> sums = new TreeMap<>();
    private final TreeMap<String, String> figures = new TreeMap<>();

    static TreeMap<String, String> compute() {
        ExpectedFigures expected = new ExpectedFigures();
        for (int unit = 0; unit < 1200; unit++) {
            expected.unit(unit);
        }
        expected.books();
        expected.collectionRate();
        expected.complaints();
        expected.satisfaction();
        expected.slowestDuties();
        expected.oneDay();
        expected.afterTheMonth();
        expected.figures.putAll(ExpectedFees.compute());
        return expected.figures;
    }

    public static void main(String[] arguments) throws IOException {
        StringBuilder text = new StringBuilder("figure,value\n");
        for (Map.Entry<String, String> figure : compute().entrySet()) {
            text.append(figure.getKey()).append(',').append(figure.getValue()).append('\n');
        }
        Files.writeString(Path.of(arguments[0]), text);
    }

    static BigDecimal propertyFee(int unit) {
        boolean shop = shop(unit);
        int hundredths = shop ? 3000 + draw("area", unit, 5000) : 6200 + draw("area", unit, 8000);
        BigDecimal price = new BigDecimal(shop ? "4.80" : "2.35");
        BigDecimal area = BigDecimal.valueOf(hundredths, 2);
        return area.multiply(price).setScale(2, RoundingMode.HALF_UP);
    }

    /** Null where the meter could not be read, zero where nothing ran through it. */
    static BigDecimal waterFee(int unit) {
        if (unit % 97 == 41) {
            return null;
        }
        if (unit % 211 == 100) {
            return new BigDecimal("0.00");
        }
        boolean shop = shop(unit);
        int litres = shop ? 500 + draw("water", unit, 15_000) : 2_000 + draw("water", unit, 20_000);
        BigDecimal price = new BigDecimal(shop ? "1.2050" : "0.85");
        BigDecimal cubicMetres = BigDecimal.valueOf(litres, 3);
        return cubicMetres.multiply(price).setScale(2, RoundingMode.HALF_UP);
    }

    private void unit(int unit) {
        BigDecimal property = propertyFee(unit);
        BigDecimal water = waterFee(unit);
        add("charged.PROPERTY_SERVICE", property);
        add("count.PROPERTY_SERVICE", BigDecimal.ONE);
        if (water == null) {
            add("skipped.no-reading", BigDecimal.ONE);
            water = BigDecimal.ZERO.setScale(2);
        } else if (water.signum() == 0) {
            add("skipped.nothing-to-charge", BigDecimal.ONE);
        } else {
            add("charged.SECONDARY_WATER", water);
            add("count.SECONDARY_WATER", BigDecimal.ONE);
        }
        if (unit == 0 || unit == 777 || unit == 1199) {
            figures.put("unit-%04d.PROPERTY_SERVICE".formatted(unit), property.toPlainString());
            figures.put("unit-%04d.SECONDARY_WATER".formatted(unit), water.toPlainString());
        }
        BigDecimal propertyOpen = unit == 500 ? property.subtract(WAIVED) : property;
        pay(unit, propertyOpen, water);
    }

    private void pay(int unit, BigDecimal property, BigDecimal water) {
        BigDecimal open = property.add(water);
        if (unit == 777) {
            figures.put("late-payment", open.toPlainString());
            add("arrears", open);
            return;
        }
        int habit = unit == 500 ? 999 : draw("payer", unit, 1000);
        if (habit < 34) {
            add("arrears", open);
            return;
        }
        BigDecimal paid = open;
        if (habit < 44) {
            paid = open.divide(TWO, 2, RoundingMode.FLOOR);
        } else if (habit < 64) {
            paid = open.divide(HUNDRED, 0, RoundingMode.CEILING).multiply(HUNDRED).setScale(2);
        }
        BigDecimal toProperty = paid.min(property);
        BigDecimal toWater = paid.subtract(toProperty).min(water);
        add("payments", BigDecimal.ONE);
        add("paid." + cashAccount(unit), paid);
        add("received.PROPERTY_SERVICE", toProperty);
        add("received.SECONDARY_WATER", toWater);
        add("prepaid", paid.subtract(toProperty).subtract(toWater));
        add("arrears", open.subtract(toProperty).subtract(toWater));
    }

    private static String cashAccount(int unit) {
        int method = draw("method", unit, 10);
        return method < 8 ? "1012" : method == 8 ? "1002" : "1001";
    }

    private void books() {
        figures.put("units", "1200");
        figures.put("charges.PROPERTY_SERVICE", count("count.PROPERTY_SERVICE"));
        figures.put("charges.SECONDARY_WATER", count("count.SECONDARY_WATER"));
        figures.put("skipped.no-reading", count("skipped.no-reading"));
        figures.put("skipped.nothing-to-charge", count("skipped.nothing-to-charge"));
        figures.put("payments", count("payments"));
        figures.put("last-receipt", count("payments")); // numbered from one, without a gap
        figures.put("arrears", sum("arrears").toPlainString());
        BigDecimal charged = sum("charged.PROPERTY_SERVICE").add(sum("charged.SECONDARY_WATER"));
        BigDecimal received = sum("received.PROPERTY_SERVICE").add(sum("received.SECONDARY_WATER"));
        figures.put("charged", charged.toPlainString());
        balance("1001", sum("paid.1001"), BigDecimal.ZERO);
        balance("1002", sum("paid.1002"), BigDecimal.ZERO);
        balance("1012", sum("paid.1012"), BigDecimal.ZERO);
        balance("1122", charged, received.add(WAIVED));
        balance("2203", BigDecimal.ZERO, sum("prepaid"));
        balance("600101", BigDecimal.ZERO, sum("charged.PROPERTY_SERVICE"));
        balance("600102", BigDecimal.ZERO, sum("charged.SECONDARY_WATER"));
        balance("600199", WAIVED, BigDecimal.ZERO);
        BigDecimal total = charged.add(received).add(sum("prepaid")).add(WAIVED);
        figures.put("trial-balance.total", total.toPlainString());
    }

    private void balance(String account, BigDecimal debit, BigDecimal credit) {
        figures.put("trial-balance." + account + ".debit", debit.setScale(2).toPlainString());
        figures.put("trial-balance." + account + ".credit", credit.setScale(2).toPlainString());
    }

    private void collectionRate() {
        BigDecimal due = sum("charged.PROPERTY_SERVICE").subtract(WAIVED);
        BigDecimal received = sum("received.PROPERTY_SERVICE");
        boolean met = received.multiply(HUNDRED).compareTo(due.multiply(new BigDecimal("95"))) >= 0;
        objective("QF-H-11", received.toPlainString(), due.toPlainString(), met);
    }

    /**
     * Handled within sixteen office hours (09:00 to 18:00, Monday to Friday; no holiday in March).
     */
    private void complaints() {
        int valid = 0;
        int overdue = 0;
        for (int complaint = 0; complaint < 24; complaint++) {
            if (complaint == 3 || complaint == 15 || complaint == 20) {
                continue; // two not valid, one closed by the manager
            }
            valid++;
            LocalDateTime received =
                    LocalDateTime.of(
                            2026,
                            3,
                            2 + draw("complaint-day", complaint, 25),
                            8 + draw("complaint-hour", complaint, 13),
                            draw("complaint-minute", complaint, 60));
            int minutes = 120 + draw("complaint-minutes", complaint, 1_200);
            LocalDateTime resolved = received.plusMinutes(complaint == 7 ? 6 * 24 * 60 : minutes);
            if (complaint == 11) {
                resolved = resolved.plusMinutes(90); // the owner was not satisfied the first time
            }
            overdue += officeMinutes(received, resolved) > 16 * 60 ? 1 : 0;
        }
        objective("QF-H-12", String.valueOf(valid - overdue), String.valueOf(valid), overdue == 0);
    }

    private static int officeMinutes(LocalDateTime from, LocalDateTime to) {
        int minutes = 0;
        for (LocalDateTime at = from; at.isBefore(to); at = at.plusMinutes(1)) {
            boolean weekday = at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
            LocalTime time = at.toLocalTime();
            boolean open = !time.isBefore(LocalTime.of(9, 0)) && time.isBefore(LocalTime.of(18, 0));
            minutes += weekday && open ? 1 : 0;
        }
        return minutes;
    }

    private void satisfaction() {
        int answered = 120 * 15;
        int satisfied = answered - 36;
        boolean met = satisfied * 100 >= 98 * answered;
        objective("QF-H-10", String.valueOf(satisfied), String.valueOf(answered), met);
        // the community of the demonstration has no lift
        objective("QF-H-13", "0", "0", true);
        figures.put("QF-H-13.verdict", "NOT_APPLICABLE");
        // nobody moves in or renovates in that month
        objective("QF-X-22", "0", "0", true);
        figures.put("QF-X-22.verdict", "NOT_APPLICABLE");
    }

    /** Two duties are done late in the plan; what is due on a day is due until midnight. */
    private void slowestDuties() {
        LocalDateTime endOfMarch = LocalDateTime.of(2026, 4, 1, 0, 0);
        LocalDateTime reconciled = LocalDateTime.of(2026, 4, 2, 10, 0);
        slowest(1, "D-000-CSH-07", Duration.between(endOfMarch, reconciled));
        LocalDateTime endOfDay = LocalDateTime.of(2026, 3, 19, 0, 0);
        LocalDateTime settled = LocalDateTime.of(2026, 3, 19, 9, 30);
        slowest(2, "D-000-CSH-03", Duration.between(endOfDay, settled));
    }

    /**
     * The daily duties of three posts, counted in the duty table: the assistant has 2, the worker
     * 1; of the cashier's 8 the accountant confirms the bank check, and the day's closing of the
     * 18th was not done by the next morning.
     */
    private void oneDay() {
        figures.put("day.CS_ASSISTANT.PERFORMED", "2");
        figures.put("day.MAINTENANCE_WORKER.PERFORMED", "1");
        figures.put("day.CASHIER.PERFORMED", "6");
        figures.put("day.CASHIER.CONFIRMED", "1");
        figures.put("day.CASHIER.ESCALATED", "1");
        figures.put("day.escalated.D-000-CSH-03", "PROPERTY_MANAGER");
    }

    private void slowest(int rank, String duty, Duration late) {
        figures.put("slowest-duty." + rank, duty + " " + late.toSeconds());
    }

    private void objective(String id, String numerator, String denominator, boolean met) {
        figures.put(
                id + ".numerator", new BigDecimal(numerator).stripTrailingZeros().toPlainString());
        figures.put(
                id + ".denominator",
                new BigDecimal(denominator).stripTrailingZeros().toPlainString());
        figures.put(id + ".verdict", met ? "MET" : "NOT_MET");
    }

    private void add(String name, BigDecimal value) {
        sums.merge(name, value, BigDecimal::add);
    }

    private BigDecimal sum(String name) {
        return sums.getOrDefault(name, BigDecimal.ZERO.setScale(2));
    }

    private String count(String name) {
        return sums.get(name).toPlainString();
    }

    private static boolean shop(int unit) {
        return unit / 120 < 5 && unit % 120 < 4;
    }

    /** The seed's stated rule, written a second time. */
    static int draw(String topic, int index, int bound) {
        long z = SEED + topic.hashCode() * 0x9E3779B97F4A7C15L + index * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z = z ^ (z >>> 31);
        return (int) Math.floorMod(z, (long) bound);
    }

    /** The owner was not satisfied at the first call, so the work began anew. */
    private static final String STATES =
            "VALIDATED ASSIGNED IN_HANDLING RESOLVED CALLED_BACK_UNSATISFIED"
                    + " IN_HANDLING RESOLVED CALLED_BACK_SATISFIED CLOSED";

    /** One hour of labour and one tap; three areas twice, of which one was covered once. */
    private void afterTheMonth() {
        String tap = new BigDecimal("80.00").add(new BigDecimal("45.50")).toPlainString();
        figures.put("complaint.states", STATES);
        figures.put("paid-repair.charged", tap);
        figures.put("paid-repair.open", tap);
        figures.put("patrols.missing", String.valueOf(3 * 2 - (3 + 2)));
    }
}
