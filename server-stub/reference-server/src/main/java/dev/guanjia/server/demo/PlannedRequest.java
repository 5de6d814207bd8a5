package dev.guanjia.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One complaint or repair of the month, and how it goes.
 *
 * @param kind {@code complaint} or {@code repair}
 * @param index counts from zero within the kind
 * @param plan where its facts are drawn
 */
record PlannedRequest(String kind, int index, DemoPlan plan) {

    /** How it ends. */
    enum Course {
        /** Handled, the owner is satisfied. */
        SATISFIED,
        /** The owner was not satisfied the first time. */
        SATISFIED_AT_SECOND_CALL,
        /** Found not to be a valid complaint. */
        INVALID,
        /** Closed by the manager because there was nobody left to answer. */
        ADMINISTRATIVE
    }

    private static final int OVERDUE_COMPLAINT = 7;

    boolean isComplaint() {
        return kind.equals("complaint");
    }

    Instant receivedAt() {
        int day = 2 + plan.draw().of(kind + "-day", index, 25);
        int hour = 8 + plan.draw().of(kind + "-hour", index, 13);
        int minute = plan.draw().of(kind + "-minute", index, 60);
        return LocalDateTime.of(2026, 3, day, hour, minute).atZone(DemoPlan.ZONE).toInstant();
    }

    /** From reception to the (first) resolution. */
    Duration handling() {
        if (isComplaint() && index == OVERDUE_COMPLAINT) {
            return Duration.ofDays(6);
        }
        int minutes = plan.draw().of(kind + "-minutes", index, isComplaint() ? 1_200 : 240);
        return Duration.ofMinutes(isComplaint() ? 120 + minutes : 60 + minutes);
    }

    Course course() {
        if (!isComplaint()) {
            return Course.SATISFIED;
        }
        return switch (index) {
            case 3, 15 -> Course.INVALID;
            case 20 -> Course.ADMINISTRATIVE;
            case 11 -> Course.SATISFIED_AT_SECOND_CALL;
            default -> Course.SATISFIED;
        };
    }

    PlannedUnit unit() {
        return plan.unit(plan.draw().of(kind + "-unit", index, DemoPlan.UNITS));
    }

    String title() {
        String[] titles = isComplaint() ? COMPLAINTS : REPAIRS;
        return titles[plan.draw().of(kind + "-title", index, titles.length)];
    }

    private static final String[] COMPLAINTS = {
        "楼上夜间装修噪音", "电梯轿厢卫生差", "地下车库照明昏暗", "楼道堆放杂物", "门禁经常失灵", "垃圾清运不及时", "绿化带积水", "快递柜占用消防通道"
    };
    private static final String[] REPAIRS = {
        "厨房下水管渗漏", "入户门锁损坏", "卫生间水龙头漏水", "客厅插座无电", "阳台地漏堵塞", "对讲机无声", "走廊灯不亮", "水表阀门关不严"
    };
}
