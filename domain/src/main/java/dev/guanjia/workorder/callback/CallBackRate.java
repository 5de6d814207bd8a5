package dev.guanjia.workorder.callback;

import dev.guanjia.money.Rational;
import dev.guanjia.workorder.callback.CallBack.Result;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A rate over orders, with the orders behind it. Whoever did not answer has not been called back.
 *
 * @param part the files that count
 * @param whole the files looked at, the part among them
 */
public record CallBackRate(List<CallBackFile> part, List<CallBackFile> whole) {

    /** Copies; the part is of the whole. */
    public CallBackRate {
        part = List.copyOf(part);
        whole = List.copyOf(whole);
        if (part.size() > whole.size() || !whole.containsAll(part)) {
            throw new IllegalArgumentException("part is not of the whole: " + part);
        }
    }

    /**
     * The call-back rate: called back / to be called back. Source: 04 QF-Q-17, QF-X-01, QF-X-27.
     *
     * @param files of the orders looked at, each order once
     * @return the rate
     */
    public static CallBackRate calledBack(Collection<CallBackFile> files) {
        return of(files, CallBackFile::required, file -> file.first().isPresent());
    }

    /**
     * Satisfaction by what each customer said last, called or unasked: satisfied / who said
     * something. Source: 04 QF-X-08.
     *
     * @param files of the orders looked at, each order once
     * @return the rate
     */
    public static CallBackRate satisfied(Collection<CallBackFile> files) {
        return of(
                files,
                file -> !file.words().isEmpty(),
                file -> file.words().get(file.words().size() - 1) == Result.SATISFIED);
    }

    /**
     * Satisfaction by what each customer said first, which no later call improves.
     *
     * @param files of the orders looked at, each order once
     * @return the rate
     */
    public static CallBackRate satisfiedAtOnce(Collection<CallBackFile> files) {
        return of(
                files,
                file -> !file.words().isEmpty(),
                file -> file.words().get(0) == Result.SATISFIED);
    }

    /**
     * The rate.
     *
     * @return exact, between zero and one; empty when there is nothing to count
     */
    public Optional<Rational> rate() {
        return whole.isEmpty()
                ? Optional.empty()
                : Optional.of(Rational.of(part.size(), whole.size()));
    }

    private static CallBackRate of(
            Collection<CallBackFile> files,
            Predicate<CallBackFile> counted,
            Predicate<CallBackFile> good) {
        List<CallBackFile> whole = files.stream().filter(counted).toList();
        return new CallBackRate(whole.stream().filter(good).toList(), whole);
    }
}
