package dev.guanjia.billing.dunning;

import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.Owed;
import dev.guanjia.property.Payer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A look at all who owe something past its due day, to see who is to be reminded. Source:
 * requirements 03 P-DUN (dunned every month), P-DEFER.
 *
 * @param on the day
 * @param lines one per payer, by payer: who owes something past its due day, and who has a case
 */
public record DunningRound(LocalDate on, List<Line> lines) {

    /** Keeps its lines. */
    public DunningRound {
        lines = List.copyOf(lines);
    }

    /** What is done with a payer. */
    public enum Result {
        /** There was no case, and there is to be one. */
        OPENED,
        /** The case goes on. */
        CONTINUED,
        /** Nobody is reminded of what is deferred, promised, disputed or not overdue. */
        SKIPPED
    }

    /**
     * What is done with a payer, and why.
     *
     * @param payer who
     * @param existing the open case; null if there is none
     * @param result what is done
     * @param next what is to be done next, and the reason
     */
    public record Line(Payer payer, @Nullable DunningCase existing, Result result, NextStep next) {}

    /**
     * Goes through the arrears.
     *
     * @param arrears of the day
     * @param open the cases that are not closed, by payer
     * @param payments what came in, by payer
     * @param levels the ladder
     * @return the round, the same whatever the order of what was given
     */
    public static DunningRound of(
            Arrears arrears,
            Map<Payer, DunningCase> open,
            Map<Payer, List<Promise.Paid>> payments,
            DunningLevels levels) {
        SortedMap<Payer, List<Owed>> debtors = new TreeMap<>();
        open.keySet().forEach(payer -> debtors.put(payer, new ArrayList<>()));
        arrears.list()
                .forEach(
                        item ->
                                debtors.computeIfAbsent(item.payer(), any -> new ArrayList<>())
                                        .add(item));
        List<Line> lines = new ArrayList<>();
        debtors.forEach(
                (payer, owed) -> {
                    Arrears own = new Arrears(arrears.asOf(), arrears.currency(), owed);
                    DunningCase known = open.get(payer);
                    DunningCase looked =
                            known == null
                                    ? DunningCase.open(new DunningCaseId("new"), payer)
                                    : known;
                    NextStep next =
                            looked.next(own, payments.getOrDefault(payer, List.of()), levels);
                    lines.add(new Line(payer, known, result(known, next.reason()), next));
                });
        return new DunningRound(arrears.asOf(), lines);
    }

    /**
     * How many payers a result has.
     *
     * @param result which
     * @return zero or more
     */
    public int count(Result result) {
        return (int) lines.stream().filter(line -> line.result() == result).count();
    }

    private static Result result(@Nullable DunningCase known, NextStep.Reason reason) {
        return switch (reason) {
            case NOTHING_OVERDUE, DEFERRED, DISPUTED, PROMISE_PENDING, CLOSED -> Result.SKIPPED;
            case DUE, TOO_EARLY, PROMISE_KEPT, PROMISE_BROKEN, ALL_TAKEN ->
                    known == null ? Result.OPENED : Result.CONTINUED;
        };
    }
}
