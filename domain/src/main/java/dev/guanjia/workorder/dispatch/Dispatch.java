package dev.guanjia.workorder.dispatch;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Giving one job away, once. Every step names the version it was decided on, so that of two
 * dispatchers, or two takers, one wins; whoever gets the job is checked again at that moment.
 *
 * @param way how it is given away; null before
 * @param offered who was told of it when it was put into the pool, best first; empty unless it is
 *     there and untaken. It is open to whoever can be sent at the moment of taking, told or not
 * @param worker who has it; null when nobody has
 * @param version how many steps were taken, from zero
 */
public record Dispatch(
        @Nullable Way way, List<StaffId> offered, @Nullable StaffId worker, long version) {

    /** Copies; a job is with nobody, open to all or with one. */
    public Dispatch {
        offered = List.copyOf(offered);
        boolean open = way == Way.POOL && worker == null;
        boolean told = !open && !offered.isEmpty();
        if (version < 0 || told || (way == null) == (worker != null || open)) {
            throw new IllegalArgumentException(
                    "dispatch " + version + " by " + way + ": " + offered + ", " + worker);
        }
    }

    /**
     * A job that nobody has.
     *
     * @return the dispatch, version zero
     */
    public static Dispatch open() {
        return new Dispatch(null, List.of(), null, 0);
    }

    /**
     * Sends a named worker (指派), also when the job is in the pool and nobody took it.
     *
     * @param named who
     * @param now who can be sent now
     * @param expected the version that was looked at
     * @return the dispatch afterwards, or refused with {@code TAKEN}, {@code CHANGED} or every
     *     reason against the worker
     */
    public Decision<Dispatch> assign(StaffId named, Proposal now, long expected) {
        return give(Way.ASSIGNMENT, named, now, stale(named.value(), expected));
    }

    /**
     * Opens the job to all who can be sent (抢单).
     *
     * @param now who can be sent now
     * @param expected the version that was looked at
     * @return the dispatch afterwards, or refused with {@code TAKEN}, {@code CHANGED} or {@code
     *     NOBODY_ELIGIBLE}
     */
    public Decision<Dispatch> offer(Proposal now, long expected) {
        List<Refusal> stale = stale("-", expected);
        if (!stale.isEmpty()) {
            return Decision.refuse(stale);
        }
        return now.ranked().isEmpty()
                ? now.nobody()
                : Decision.accept(new Dispatch(Way.POOL, now.eligible(), null, version + 1));
    }

    /**
     * Takes the job from the pool: the first taker has it, also one who came on duty after it was
     * put there.
     *
     * @param taker who takes it
     * @param now who can be sent now
     * @param expected the version that was looked at
     * @return the dispatch afterwards, or refused with {@code TAKEN}, {@code CHANGED}, {@code
     *     NOT_OFFERED} or every reason against the worker
     */
    public Decision<Dispatch> take(StaffId taker, Proposal now, long expected) {
        List<Refusal> reasons = new ArrayList<>(stale(taker.value(), expected));
        if (reasons.isEmpty() && way != Way.POOL) {
            reasons.add(DispatchRefusal.NOT_OFFERED.because(taker));
        }
        return give(Way.POOL, taker, now, reasons);
    }

    /**
     * Sends whose turn it is (轮训).
     *
     * @param rota whose turn it is, as stored with its own number of turns
     * @param now who can be sent now
     * @param expected the version that was looked at
     * @return the dispatch and the rota afterwards, or refused with {@code TAKEN}, {@code CHANGED}
     *     or {@code NOBODY_ELIGIBLE}
     */
    public Decision<Turn> next(Rota rota, Proposal now, long expected) {
        List<Refusal> stale = stale("-", expected);
        if (!stale.isEmpty()) {
            return Decision.refuse(stale);
        }
        return rota.turn(now.eligible())
                .map(staff -> Decision.accept(turn(rota, staff)))
                .orElseGet(now::nobody);
    }

    /**
     * Gives the job from who has it to another named worker (转派).
     *
     * @param named who is to have it
     * @param now who can be sent now
     * @param expected the version that was looked at
     * @return the dispatch afterwards, or refused with {@code NOT_SENT}, {@code CHANGED} or every
     *     reason against the worker
     */
    public Decision<Dispatch> transfer(StaffId named, Proposal now, long expected) {
        if (worker == null) {
            return Decision.refuse(List.of(DispatchRefusal.NOT_SENT.because()));
        }
        List<Refusal> stale = expected == version ? List.of() : List.of(changed(expected));
        return give(Way.ASSIGNMENT, named, now, stale);
    }

    private Turn turn(Rota rota, StaffId staff) {
        return new Turn(sent(Way.ROTA, staff), rota.after(staff));
    }

    private Decision<Dispatch> give(Way by, StaffId staff, Proposal now, List<Refusal> reasons) {
        return reasons.isEmpty()
                ? now.check(staff).fold(rank -> Decision.accept(sent(by, staff)), Decision::refuse)
                : Decision.refuse(reasons);
    }

    private Dispatch sent(Way by, StaffId staff) {
        return new Dispatch(by, List.of(), staff, version + 1);
    }

    private List<Refusal> stale(String asked, long expected) {
        if (worker != null) {
            return List.of(DispatchRefusal.TAKEN.because("staff", asked, "by", worker.value()));
        }
        return expected == version ? List.of() : List.of(changed(expected));
    }

    private Refusal changed(long expected) {
        return DispatchRefusal.CHANGED.because(
                "expected", String.valueOf(expected), "version", String.valueOf(version));
    }

    /** How a job is given away. */
    public enum Way {
        /** 指派: a dispatcher names who. */
        ASSIGNMENT,
        /** 抢单: the first taker of those who can be sent. */
        POOL,
        /** 轮训: by turns. */
        ROTA
    }

    /**
     * A turn of the rota.
     *
     * @param dispatch the job, given away
     * @param rota whose turn it is next
     */
    public record Turn(Dispatch dispatch, Rota rota) {}
}
