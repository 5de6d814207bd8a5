package dev.guanjia.workorder.dispatch;

import dev.guanjia.catalogue.Label;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A worker who can be sent, and the place they take.
 *
 * @param place from one
 * @param worker who, with the figures compared
 * @param by what put them before the next, if first, else behind the one before
 */
public record Rank(int place, Worker worker, Criterion by) {

    /** What workers are compared by, most important first. */
    public enum Criterion {
        /** Nobody to compare with. */
        ALONE("唯一可派人员", "the only one who can be sent"),
        /** Who carries less comes first. */
        LOAD("在手工作量", "present load"),
        /** Who was last sent longer ago, or never, comes first. */
        LAST_SENT("距上次派工的时间", "time since the last job"),
        /** By the letters of the staff id. */
        STAFF("员工编号顺序", "order of staff ids");

        private static final Comparator<@Nullable Instant> NEVER_FIRST =
                Comparator.nullsFirst(Comparator.<Instant>naturalOrder());

        private final String zh;
        private final String en;

        Criterion(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * What it is called.
         *
         * @return in both languages
         */
        public Label label() {
            return new Label(zh, en);
        }

        static int compare(Worker one, Worker other) {
            return between(one, other).order(one, other);
        }

        /** The first that tells two workers apart; the last when nothing does. */
        static Criterion between(Worker one, Worker other) {
            return Stream.of(LOAD, LAST_SENT)
                    .filter(criterion -> criterion.order(one, other) != 0)
                    .findFirst()
                    .orElse(STAFF);
        }

        private int order(Worker one, Worker other) {
            return switch (this) {
                case ALONE -> 0;
                case LOAD -> Integer.compare(one.load(), other.load());
                case LAST_SENT -> NEVER_FIRST.compare(one.lastSentAt(), other.lastSentAt());
                case STAFF -> one.staff().compareTo(other.staff());
            };
        }
    }
}
