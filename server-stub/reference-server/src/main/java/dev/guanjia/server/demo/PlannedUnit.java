package dev.guanjia.server.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One unit of the community and what its month brings.
 *
 * @param index 0 to 1,199
 * @param plan where its facts are drawn
 */
record PlannedUnit(int index, DemoPlan plan) {

    private static final int PER_BUILDING = 120;
    private static final int PER_FLOOR = 4;
    private static final int BUILDINGS_WITH_SHOPS = 5;

    /** How the owner pays. */
    enum Habit {
        /** The whole of what is open. */
        FULL,
        /** Half of it, rounded down to the fen. */
        HALF,
        /** The next full hundred yuan, change left as a prepayment. */
        ROUNDED_UP,
        /** The whole, after the month was closed. */
        LATE,
        /** Nothing. */
        NEVER
    }

    int building() {
        return index / PER_BUILDING + 1;
    }

    private int floor() {
        return index % PER_BUILDING / PER_FLOOR + 1;
    }

    String number() {
        int door = index % PER_FLOOR + 1;
        return "%d-%d%02d".formatted(building(), floor(), door);
    }

    /** Ground floors of the first buildings are let as shops. */
    boolean isShop() {
        return floor() == 1 && building() <= BUILDINGS_WITH_SHOPS;
    }

    /** Square metres, two decimals. */
    BigDecimal area() {
        int hundredths =
                isShop()
                        ? 3000 + plan.draw().of("area", index, 5000)
                        : 6200 + plan.draw().of("area", index, 8000);
        return BigDecimal.valueOf(hundredths, 2);
    }

    /** What the meter showed when it was put in, in cubic metres. */
    BigDecimal initialReading() {
        return BigDecimal.valueOf(plan.draw().of("meter", index, 400_000), 3);
    }

    /** What the meter shows in March; nothing where nobody could get at it. */
    Optional<BigDecimal> marchReading() {
        if (index % 97 == 41) {
            return Optional.empty();
        }
        return Optional.of(initialReading().add(consumption()));
    }

    private BigDecimal consumption() {
        if (index % 211 == 100) {
            return BigDecimal.ZERO.setScale(3);
        }
        int litres =
                isShop()
                        ? 500 + plan.draw().of("water", index, 15_000)
                        : 2_000 + plan.draw().of("water", index, 20_000);
        return BigDecimal.valueOf(litres, 3);
    }

    String ownerName() {
        return plan.names().of(index);
    }

    String ownerMobile() {
        return "1380000%04d".formatted(index);
    }

    Habit habit() {
        if (index == DemoPlan.LATE_UNIT) {
            return Habit.LATE;
        }
        if (index == DemoPlan.WAIVER_UNIT) {
            return Habit.FULL;
        }
        int draw = plan.draw().of("payer", index, 1000);
        if (draw < 34) {
            return Habit.NEVER;
        }
        if (draw < 44) {
            return Habit.HALF;
        }
        return draw < 64 ? Habit.ROUNDED_UP : Habit.FULL;
    }

    LocalDate paidOn() {
        return switch (index) {
            case DemoPlan.LATE_UNIT -> LocalDate.of(2026, 4, 3);
            case DemoPlan.WAIVER_UNIT -> LocalDate.of(2026, 3, 27);
            default -> LocalDate.of(2026, 3, 24 + plan.draw().of("payday", index, 8));
        };
    }

    String method() {
        int draw = plan.draw().of("method", index, 10);
        if (draw < 6) {
            return "WECHAT";
        }
        if (draw < 8) {
            return "ALIPAY";
        }
        return draw == 8 ? "BANK" : "CASH";
    }
}
